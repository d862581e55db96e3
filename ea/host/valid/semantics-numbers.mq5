//+------------------------------------------------------------------+
//| semantics-numbers.mq5                                            |
//| Types, conversions and arithmetic. Values that the reference     |
//| prints are marked with the page; the others follow from IEEE 754 |
//| and two's complement.                                            |
//+------------------------------------------------------------------+
#include "Facts.mqh"

enum ENUM_SIGNAL { SIGNAL_NONE=-1, SIGNAL_BUY=10, SIGNAL_SELL };
enum ENUM_ORDINAL { FIRST, SECOND, THIRD };

const int CASES=3;

int Twice(const int value) { return(2*value); }

//--- Typecasting
void Conversions(void)
  {
   char c1=3;
   double d2=c1/2+0.3;
   Fact("a char is divided as an int",(string)d2,"1.3");
   d2=c1/2.0+0.3;
   Fact("one double makes a division real",(string)d2,"1.8");
   Fact("a char wraps",(string)(char)400,"-112");
   Fact("a uchar wraps",(string)(uchar)400,"144");
   Fact("a short wraps",(string)(short)40000,"-25536");
   const int half=(int)(1/2.0);
   Fact("a fraction is cut off",(string)half+(string)(int)-2.7,"0-2");
   Fact("the result of int/int is an int",(string)(1/2),"0");
   Fact("function style casts",(string)int(7.9),"7");
   Fact("double to ulong",(string)(ulong)18446744073709549568.0,"18446744073709549568");
   Fact("a double that no long holds",(string)(long)1e300,"-9223372036854775808");
   const long exact=(long)(double)9223372036854774784;
   Fact("largest long a double keeps",(string)exact,"9223372036854774784");
   Fact("int to double of a quotient",(string)((double)100/7),"14.28571428571429");
  }

//--- Print, (string)
void Texts(void)
  {
   Fact("a double has 16 digits",(string)M_PI,"3.141592653589793");
   Fact("a float has 5 decimals",(string)(float)M_PI,"3.14159");
   Fact("a float quotient",(string)(float)(100.0/7.0),"14.28571");
   Fact("a whole double",(string)200.0,"200.0");
   Fact("the largest double",(string)DBL_MAX,"1.797693134862316e+308");
   Fact("a small double",(string)1.234567890123456789e-5,"1.234567890123457e-05");
   Fact("bool",(string)(1>0)+(string)(1>2),"truefalse");
   Fact("datetime",(string)D'2020.02.29 12:30:45',"2020.02.29 12:30:45");
   Fact("color",(string)(color)0x00FF00,"0,255,0");
   Fact("the largest ulong",(string)ULONG_MAX,"18446744073709551615");
   Fact("number behind text","Ticket N"+(string)12345,"Ticket N12345");
   Fact("not a number is known",!MathIsValidNumber(MathSqrt(-1.0)) && MathIsValidNumber(1.0));
  }

void Arithmetic(void)
  {
   uint u=11;
   int i=-49;
   Fact("int and uint meet as uint",(string)(u+i),"4294967258");
   Fact("int and int",(string)(i+i),"-98");
   char c55=55;
   char sm=(char)(c55*c55);
   uchar um=(uchar)(c55*c55);
   Fact("a product in a char",(string)sm+" "+(string)um,"-47 209");
   long m1=1000000000;
   Fact("a product of longs",(string)(m1*m1),"1000000000000000000");
   ulong big=1;
   for(int z=0; z<70; z++)
      big*=3;
   Fact("ulong wraps",(string)big,(string)(ulong)2293070008301402073);
   Fact("int wraps",(string)(INT_MAX+Twice(1)-1),"-2147483648");
   Fact("division cuts towards zero",(string)(-7/Twice(1))+" "+(string)(-7%Twice(2)),"-3 -3");
   Fact("shifts",(string)(1<<10)+" "+(string)(-8>>1)+" "+(string)(0x80000000>>31),"1024 -4 1");
   Fact("bits",(string)(12&10)+(string)(12|3)+(string)(12^10)+(string)(~5),"8156-6");
   int k=5;
   k/=Twice(1);
   k%=Twice(1);
   Fact("division that assigns",(string)k,"0");
   double third=10;
   third/=4;
   Fact("real division that assigns",(string)third,"2.5");
   int a=3,b=a++;
   Fact("post increment",(string)a+(string)b,"43");
   Fact("conditional",a>3 ? (b>5 ? "high" : "middle") : "low","middle");
   const bool both=a==4 && b==3 || a==0;
   Fact("and binds closer than or",both);
   Fact("mixed types in a condition",(string)(true ? 1 : 2.5),"1.0");
  }

void Literals(void)
  {
   Fact("hexadecimal and binary",(string)0xFF+" "+(string)B'101',"255 5");
   Fact("characters are numbers",(string)'A'+" "+(string)'\n'+" "+(string)'\x41',"65 10 65");
   Fact("a long literal",(string)4294967296,"4294967296");
   Fact("a date literal",(string)(long)D'2020.02.29 12:30',"1582979400");
   Fact("a date without time",(string)D'19.07.2004',"2004.07.19 00:00:00");
   Fact("a color literal",(string)(int)C'255,0,16',"1048831");
   Fact("exponents",(string)(1e3+5E-1),"1000.5");
   int sizes[CASES];
   Fact("a constant is a size",(string)ArraySize(sizes),"3");
  }

void Enumerations(void)
  {
   ENUM_SIGNAL signal=SIGNAL_SELL;
   Fact("members count on",(string)(int)signal,"11");
   Fact("EnumToString",EnumToString(signal),"SIGNAL_SELL");
   Fact("a value without a member",EnumToString((ENUM_ORDINAL)10),"ENUM_ORDINAL::10");
   Fact("a built-in enumeration",EnumToString(POINTER_DYNAMIC),"POINTER_DYNAMIC");
   int found=0;
   switch(signal)
     {
      case SIGNAL_BUY: found=1; break;
      case SIGNAL_SELL: found=2;
      default: found+=10;
     }
   Fact("a case falls through",(string)found,"12");
   Fact("sizeof an enumeration",(string)sizeof(signal),"4");
   Fact("typename",typename(signal)+" "+typename(1.5)+" "+typename(long),"ENUM_SIGNAL double long");
  }

void Mathematics(void)
  {
   Fact("NormalizeDouble",(string)NormalizeDouble(1.234567,4)+" "+(string)NormalizeDouble(-2.5,0),"1.2346 -3.0");
   Fact("MathRound",(string)MathRound(2.5)+" "+(string)MathRound(-2.5),"3.0 -3.0");
   Fact("MathFloor, MathCeil",(string)MathFloor(-1.5)+" "+(string)MathCeil(-1.5),"-2.0 -1.0");
   Fact("MathMax keeps the type",(string)MathMax(3,7)+" "+(string)MathMin(2.5,1),"7 1.0");
   Fact("MathAbs of a long",(string)MathAbs((long)-5),"5");
   Fact("MathMod",(string)MathMod(7.5,2),"1.5");
   Fact("MathPow, MathSqrt",(string)(MathPow(2,10)+sqrt(16)),"1028.0");
   MathSrand(1);
   Fact("the generator's first numbers",(string)MathRand()+" "+(string)MathRand(),"41 18467");
  }

int OnInit()
  {
   Conversions();
   Texts();
   Arithmetic();
   Literals();
   Enumerations();
   Mathematics();
   return(FactsWrong);
  }
//+------------------------------------------------------------------+
