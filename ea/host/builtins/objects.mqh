//--- Graphical objects of a chart.
enum ENUM_OBJECT
  {
   OBJ_VLINE, OBJ_HLINE, OBJ_TREND, OBJ_TRENDBYANGLE, OBJ_CYCLES, OBJ_ARROWED_LINE, OBJ_CHANNEL,
   OBJ_STDDEVCHANNEL, OBJ_REGRESSION, OBJ_PITCHFORK, OBJ_GANNLINE, OBJ_GANNFAN, OBJ_GANNGRID, OBJ_FIBO,
   OBJ_FIBOTIMES, OBJ_FIBOFAN, OBJ_FIBOARC, OBJ_FIBOCHANNEL, OBJ_EXPANSION, OBJ_ELLIOTWAVE5,
   OBJ_ELLIOTWAVE3, OBJ_RECTANGLE, OBJ_TRIANGLE, OBJ_ELLIPSE, OBJ_ARROW_THUMB_UP, OBJ_ARROW_THUMB_DOWN,
   OBJ_ARROW_UP, OBJ_ARROW_DOWN, OBJ_ARROW_STOP, OBJ_ARROW_CHECK, OBJ_ARROW_LEFT_PRICE,
   OBJ_ARROW_RIGHT_PRICE, OBJ_ARROW_BUY, OBJ_ARROW_SELL, OBJ_ARROW, OBJ_TEXT, OBJ_LABEL, OBJ_BUTTON,
   OBJ_CHART, OBJ_BITMAP, OBJ_BITMAP_LABEL, OBJ_EDIT, OBJ_EVENT, OBJ_RECTANGLE_LABEL
  };

enum ENUM_OBJECT_PROPERTY_INTEGER
  {
   OBJPROP_COLOR, OBJPROP_STYLE, OBJPROP_WIDTH, OBJPROP_BACK, OBJPROP_ZORDER, OBJPROP_FILL,
   OBJPROP_HIDDEN, OBJPROP_SELECTED, OBJPROP_READONLY, OBJPROP_TYPE, OBJPROP_TIME, OBJPROP_SELECTABLE,
   OBJPROP_CREATETIME, OBJPROP_LEVELS, OBJPROP_LEVELCOLOR, OBJPROP_LEVELSTYLE, OBJPROP_LEVELWIDTH,
   OBJPROP_ALIGN, OBJPROP_FONTSIZE, OBJPROP_RAY_LEFT, OBJPROP_RAY_RIGHT, OBJPROP_RAY, OBJPROP_ELLIPSE,
   OBJPROP_ARROWCODE, OBJPROP_TIMEFRAMES, OBJPROP_ANCHOR, OBJPROP_XDISTANCE, OBJPROP_YDISTANCE,
   OBJPROP_DIRECTION, OBJPROP_DEGREE, OBJPROP_DRAWLINES, OBJPROP_STATE, OBJPROP_CHART_ID, OBJPROP_XSIZE,
   OBJPROP_YSIZE, OBJPROP_XOFFSET, OBJPROP_YOFFSET, OBJPROP_PERIOD, OBJPROP_DATE_SCALE,
   OBJPROP_PRICE_SCALE, OBJPROP_CHART_SCALE, OBJPROP_BGCOLOR, OBJPROP_CORNER, OBJPROP_BORDER_TYPE,
   OBJPROP_BORDER_COLOR
  };

enum ENUM_OBJECT_PROPERTY_DOUBLE
  {
   OBJPROP_PRICE, OBJPROP_LEVELVALUE, OBJPROP_SCALE, OBJPROP_ANGLE, OBJPROP_DEVIATION
  };

enum ENUM_OBJECT_PROPERTY_STRING
  {
   OBJPROP_NAME, OBJPROP_TEXT, OBJPROP_TOOLTIP, OBJPROP_LEVELTEXT, OBJPROP_FONT, OBJPROP_BMPFILE,
   OBJPROP_SYMBOL
  };

enum ENUM_ANCHOR_POINT
  {
   ANCHOR_LEFT_UPPER, ANCHOR_LEFT, ANCHOR_LEFT_LOWER, ANCHOR_LOWER, ANCHOR_RIGHT_LOWER, ANCHOR_RIGHT,
   ANCHOR_RIGHT_UPPER, ANCHOR_UPPER, ANCHOR_CENTER
  };

enum ENUM_BASE_CORNER
  {
   CORNER_LEFT_UPPER, CORNER_LEFT_LOWER, CORNER_RIGHT_LOWER, CORNER_RIGHT_UPPER
  };

enum ENUM_BORDER_TYPE
  {
   BORDER_FLAT, BORDER_RAISED, BORDER_SUNKEN
  };

enum ENUM_ALIGN_MODE
  {
   ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT
  };

enum ENUM_LINE_STYLE
  {
   STYLE_SOLID, STYLE_DASH, STYLE_DOT, STYLE_DASHDOT, STYLE_DASHDOTDOT
  };

const int OBJ_NO_PERIODS=0;
const int OBJ_ALL_PERIODS=0x001fffff;

//--- The reference goes on to a 30th anchor point; three are enough here.
bool ObjectCreate(long chart_id,string name,ENUM_OBJECT type,int sub_window,datetime time1,double price1,
                  datetime time2=0,double price2=0,datetime time3=0,double price3=0);
bool ObjectDelete(long chart_id,string name);
int  ObjectsDeleteAll(long chart_id,int sub_window=-1,int type=-1);
int  ObjectsDeleteAll(long chart_id,const string prefix,int sub_window=-1,int object_type=-1);
int  ObjectFind(long chart_id,string name);

bool   ObjectSetInteger(long chart_id,string name,ENUM_OBJECT_PROPERTY_INTEGER prop_id,long prop_value);
bool   ObjectSetInteger(long chart_id,string name,ENUM_OBJECT_PROPERTY_INTEGER prop_id,int prop_modifier,long prop_value);
bool   ObjectSetDouble(long chart_id,string name,ENUM_OBJECT_PROPERTY_DOUBLE prop_id,double prop_value);
bool   ObjectSetDouble(long chart_id,string name,ENUM_OBJECT_PROPERTY_DOUBLE prop_id,int prop_modifier,double prop_value);
bool   ObjectSetString(long chart_id,string name,ENUM_OBJECT_PROPERTY_STRING prop_id,string prop_value);
bool   ObjectSetString(long chart_id,string name,ENUM_OBJECT_PROPERTY_STRING prop_id,int prop_modifier,string prop_value);
long   ObjectGetInteger(long chart_id,string name,ENUM_OBJECT_PROPERTY_INTEGER prop_id,int prop_modifier=0);
bool   ObjectGetInteger(long chart_id,string name,ENUM_OBJECT_PROPERTY_INTEGER prop_id,int prop_modifier,long &long_var);
double ObjectGetDouble(long chart_id,string name,ENUM_OBJECT_PROPERTY_DOUBLE prop_id,int prop_modifier=0);
bool   ObjectGetDouble(long chart_id,string name,ENUM_OBJECT_PROPERTY_DOUBLE prop_id,int prop_modifier,double &double_var);
string ObjectGetString(long chart_id,string name,ENUM_OBJECT_PROPERTY_STRING prop_id,int prop_modifier=0);
bool   ObjectGetString(long chart_id,string name,ENUM_OBJECT_PROPERTY_STRING prop_id,int prop_modifier,string &string_var);

bool TextSetFont(const string name,int size,uint flags,int orientation=0);
bool TextGetSize(const string text,uint &width,uint &height);
