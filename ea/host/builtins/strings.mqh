//--- Strings and conversions from and to them.
const uint CP_ACP=0;
const uint CP_OEMCP=1;
const uint CP_MACCP=2;
const uint CP_THREAD_ACP=3;
const uint CP_SYMBOL=42;
const uint CP_UTF7=65000;
const uint CP_UTF8=65001;

int    StringLen(string string_value);
string StringSubstr(string string_value,int start_pos,int length=-1);
int    StringFind(string string_value,string match_substring,int start_pos=0);
int    StringReplace(string &str,const string find,const string replacement);
int    StringSplit(const string string_value,const ushort separator,string &result[]);
int    StringConcatenate(string &string_var,...);
string StringFormat(string format,...);
int    StringCompare(const string &string1,const string &string2,bool case_sensitive=true);
int    StringTrimLeft(string &string_var);
int    StringTrimRight(string &string_var);
bool   StringToLower(string &string_var);
bool   StringToUpper(string &string_var);
ushort StringGetCharacter(string string_value,int pos);
bool   StringSetCharacter(string &string_var,int pos,ushort character);
bool   StringAdd(string &string_var,string add_substring);
bool   StringFill(string &string_var,ushort character);
bool   StringInit(string &string_var,int new_len=0,ushort character=0);
bool   StringReserve(string &string_var,uint new_capacity);
bool   StringSetLength(string &string_var,uint new_length);

long     StringToInteger(string value);
double   StringToDouble(string value);
datetime StringToTime(const string time_string);
color    StringToColor(string color_string);
string   ColorToString(color color_value,bool color_name=false);
uint     ColorToARGB(color clr,uchar alpha=255);
string   IntegerToString(long number,int str_len=0,ushort fill_symbol=' ');
string   DoubleToString(double value,int digits=8);
string   ShortToString(ushort symbol_code);
string   CharToString(uchar char_code);

int    StringToCharArray(string text_string,uchar &array[],int start=0,int count=-1,uint codepage=CP_ACP);
string CharArrayToString(const uchar &array[],int start=0,int count=-1,uint codepage=CP_ACP);
int    StringToShortArray(string text_string,ushort &array[],int start=0,int count=-1);
string ShortArrayToString(const ushort &array[],int start=0,int count=-1);
