//--- expect 188 a global starts with a constant
int start=Bars(NULL,PERIOD_CURRENT); // here
