//--- Conversions that lose nothing, and casts
enum Side
  {
   SIDE_NONE=-1,
   SIDE_BUY,
   SIDE_SELL
  };

double Half(int value)
  {
   return value/2.0;
  }

void OnTick()
  {
   uchar  small=255;
   ushort letter='A';
   int    whole=small;
   uint   positive=letter;
   long   wide=whole;
   ulong  widest=positive;
   float  single=1.5f;
   double real=single;
   bool   yes=true;
   datetime now=TimeCurrent();
   long   seconds=now;
   now+=60;
   now=now-PeriodSeconds(PERIOD_M1);
   color  red=clrRed;
   red=C'255,0,0';
   whole=(int)wide;
   whole=int(real);
   small=(uchar)whole;
   wide=(long)widest;
   real=whole;
   real=(double)wide;
   real=Half(whole)+whole;
   whole+=letter;
   small+=1;
   letter=(ushort)(letter+1);
   Side side=SIDE_BUY;
   side=(Side)whole;
   side=Side(1);
   side=1;
   ENUM_ORDER_TYPE type=(ENUM_ORDER_TYPE)PositionGetInteger(POSITION_TYPE);
   ENUM_TIMEFRAMES period=PERIOD_CURRENT;
   period=0;
   string text=(string)whole+"/"+IntegerToString(wide)+"/"+DoubleToString(real,2);
   text+=EnumToString(side)+EnumToString(type)+TimeToString(now)+EnumToString(period);
   if(text==NULL || text=="" || text<"b")
      yes=!yes;
   int sign=yes ? 1 : -1;
   Print(sign,seconds,red,single,text);
   uint flags=TICK_FLAG_BID|TICK_FLAG_ASK;
   if((flags&TICK_FLAG_BID)==TICK_FLAG_BID && flags!=0 && flags>5)
      Print(MathMax(1,2),MathMax(1.5,2),fmin(wide,seconds),MathAbs(-whole));
   PrintFormat("%d %5.2f %s %I64d %u %% %x %.f %c",whole,real,text,wide,flags,small,real,letter);
   Print(StringFormat("%*d %-10s",5,whole,text),0xFFFFFFFF,-1,1e3);
  }
