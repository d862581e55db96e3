//--- Global variables of the terminal.
datetime GlobalVariableSet(string name,double value);
double   GlobalVariableGet(string name);
bool     GlobalVariableGet(string name,double &double_var);
bool     GlobalVariableCheck(string name);
bool     GlobalVariableDel(string name);
datetime GlobalVariableTime(string name);
bool     GlobalVariableTemp(string name);
bool     GlobalVariableSetOnCondition(string name,double value,double check_value);
void     GlobalVariablesFlush();
