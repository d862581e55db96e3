//+------------------------------------------------------------------+
//| semantics-strings.mq5                                            |
//| Strings, formats and dates as text.                              |
//+------------------------------------------------------------------+
#include "Facts.mqh"

void Basics(void)
  {
   string unset;
   string empty="";
   Fact("a string without a value is NULL",unset==NULL && empty!=NULL);
   Fact("NULL has no length",(string)StringLen(unset),"0");
   Fact("NULL shows as nothing","["+unset+"]","[]");
   string first="abc",second=first;
   StringSetCharacter(second,0,'X');
   Fact("a copy is its own",first+second,"abcXbc");
   Fact("an index reads a unit",(string)first[1],"98");
   Fact("comparison by units","abc"<"abd" && "B"<"a" && "ab"<"abc");
   Fact("units, not letters",(string)StringLen("ü€𝄞"),"4");
   Fact("escapes","a\tb\\\"\x41","a	b\\\"A");
   Fact("neighbours are one","one "
        "two","one two");
   string sum="x";
   sum+="y";
   StringAdd(sum,"z");
   Fact("adding",sum,"xyz");
   string joined;
   Fact("StringConcatenate",(string)StringConcatenate(joined,"a",1,true)+joined,"6a1true");
  }

void Search(void)
  {
   Fact("StringFind",(string)StringFind("hello","l")+(string)StringFind("hello","l",3)+(string)StringFind("hello","x"),"23-1");
   Fact("StringSubstr",StringSubstr("hello",1,3)+StringSubstr("hello",3)+StringSubstr("hello",9),"elllo");
   string text="aXbXc";
   Fact("StringReplace",(string)StringReplace(text,"X","--")+text,"2a--b--c");
   Fact("StringReplace of nothing",(string)StringReplace(text,"q","w"),"0");
   string parts[];
   Fact("StringSplit",(string)StringSplit("a,b,,c",',',parts)+parts[3],"4c");
   Fact("StringSplit of one",(string)StringSplit("abc",',',parts)+parts[0],"1abc");
   Fact("StringSplit of nothing",(string)StringSplit("",',',parts)+(string)ArraySize(parts),"00");
   string padded="  \tx y \r\n";
   Fact("StringTrimLeft, StringTrimRight",(string)StringTrimLeft(padded)+(string)StringTrimRight(padded)+padded,"33x y");
   string mixed="aBÜя";
   StringToUpper(mixed);
   Fact("StringToUpper",mixed,"ABÜЯ");
   StringToLower(mixed);
   Fact("StringToLower",mixed,"abüя");
   Fact("StringCompare",(string)StringCompare("A","a")+(string)StringCompare("A","a",false)+(string)StringCompare("a","b"),"10-1");
   string filled;
   StringInit(filled,3,'z');
   StringFill(filled,'q');
   Fact("StringInit, StringFill",filled,"qqq");
   string cut="abcdef";
   StringSetLength(cut,3);
   StringSetCharacter(cut,3,'!');
   Fact("StringSetLength, a unit at the end",cut,"abc!");
   StringSetCharacter(cut,1,0);
   Fact("a zero cuts",cut,"a");
   Fact("StringGetCharacter",(string)StringGetCharacter("AB",1)+ShortToString(0x20AC)+CharToString('c'),"66€c");
  }

void Bytes(void)
  {
   uchar bytes[];
   int n=StringToCharArray("abc",bytes);
   Fact("the terminal zero is copied",(string)n+(string)ArraySize(bytes)+(string)bytes[3],"440");
   n=StringToCharArray("ü€",bytes,0,WHOLE_ARRAY,CP_UTF8)-1;
   Fact("UTF-8",(string)n+(string)ArraySize(bytes),"56");
   Fact("and back",CharArrayToString(bytes,0,n,CP_UTF8),"ü€");
   n=StringToCharArray("abcdef",bytes,2,3);
   Fact("a count has no zero",(string)n+CharArrayToString(bytes,2,3),"3abc");
   Fact("ANSI",CharArrayToString(bytes,0,2),"Ã¼");
   ushort units[];
   Fact("StringToShortArray",(string)StringToShortArray("€x",units)+(string)units[0],"38364");
   Fact("ShortArrayToString",ShortArrayToString(units),"€x");
  }

void Numbers(void)
  {
   Fact("StringToDouble",(string)StringToDouble("\t   123.45"),"123.45");
   Fact("what ends a number",(string)StringToDouble("123x45")+" "+(string)StringToDouble("123.4.5"),"123.0 123.4");
   Fact("an exponent",(string)(double)"-123e-5 buckazoid","-0.00123");
   Fact("hexadecimal",(string)StringToDouble("0x12345"),"74565.0");
   Fact("no number",(string)StringToDouble("x1")+(string)StringToDouble("-+12345"),"0.00.0");
   Fact("StringToInteger",(string)StringToInteger("-123e-5")+(string)(int)"77 8","-12377");
   Fact("IntegerToString",IntegerToString(INT_MAX,16,'0')+IntegerToString(-5,4),"0000002147483647  -5");
   Fact("DoubleToString",DoubleToString(123.4567890123456789)+" "+DoubleToString(123.4567890123456789,5),"123.45678901 123.45679");
   Fact("DoubleToString, scientific",DoubleToString(123.4567890123456789,-5),"1.23457e+02");
   Fact("DoubleToString, all digits",DoubleToString(200-2.842170943040401e-14,16),"199.9999999999999716");
   Fact("string to color",(string)(color)"0,255,0","0,255,0");
  }

void Formats(void)
  {
   Fact("%I64u",StringFormat("%I64u",ULONG_MAX),"18446744073709551615");
   Fact("%I64X, %llx",StringFormat("%I64X %llx",1234567890123456,1234567890123456),"462D53C8ABAC0 462d53c8abac0");
   Fact("real numbers",StringFormat("%f %e %g",M_PI,M_PI,M_PI),"3.141593 3.141593e+00 3.14159");
   Fact("%a",StringFormat("%a",M_PI),"0x1.921fb54442d18p+1");
   Fact("%G",StringFormat("%.16G",DBL_MAX),"1.797693134862316E+308");
   Fact("width and zeros",StringFormat("[%10i][%010i][%+10i][%.10i]",32767,32767,32767,32767),"[     32767][0000032767][    +32767][0000032767]");
   Fact("to the left",StringFormat("[%-10i][%+-10i]",32767,32767),"[32767     ][+32767    ]");
   Fact("a blank for a sign",StringFormat("[% i][% i]",32767,-32768),"[ 32767][-32768]");
   Fact("width and precision as values",StringFormat("[%*.*f][%*s][%-*s]",12,5,M_PI,6,"AB",6,"AB"),"[     3.14159][    AB][AB    ]");
   Fact("a string is cut",StringFormat("%.3s|%5.2s|","EURUSD","EURUSD"),"EUR|   EU|");
   Fact("characters",StringFormat("%c%c",'A',0x20AC),"A€");
   Fact("percent",StringFormat("100%% of %d",5),"100% of 5");
   Fact("short",StringFormat("%hi",INT_MAX),"-1");
   Fact("octal and prefixes",StringFormat("%o %#x %#o",8,255,8),"10 0xff 010");
   Fact("unsigned",StringFormat("%u",-1),"4294967295");
   Fact("a format without values","plain",StringFormat("plain"));
  }

void Dates(void)
  {
   const datetime leap=D'2020.02.29 12:30:45';
   Fact("TimeToString",TimeToString(leap),"2020.02.29 12:30");
   Fact("TimeToString, seconds",TimeToString(leap,TIME_DATE|TIME_SECONDS),"2020.02.29 12:30:45");
   Fact("TimeToString, parts",TimeToString(leap,TIME_DATE)+TimeToString(leap,TIME_MINUTES),"2020.02.2912:30");
   Fact("StringToTime",StringToTime("2020.02.29 12:30:45")==leap && StringToTime("20200229 123045")==leap);
   Fact("StringToTime, strokes",StringToTime("2020-02-29 12:30")==leap-45 && StringToTime("2020/02/29")==D'2020.02.29');
   const datetime later=leap+86400;
   Fact("a day later",(string)later,"2020.03.01 12:30:45");
   Fact("time and seconds",(string)(leap+15)+" "+(string)(leap-D'2020.02.29'),"2020.02.29 12:31:00 45045");
   Fact("a time or nothing",(string)(leap>0 ? leap : 0),"2020.02.29 12:30:45");
   Fact("before 1970",TimeToString((datetime)-1,TIME_DATE|TIME_SECONDS),"1969.12.31 23:59:59");
   Fact("the last date",(string)(datetime)32535215999,"3000.12.31 23:59:59");
  }

int OnInit()
  {
   Basics();
   Search();
   Bytes();
   Numbers();
   Formats();
   Dates();
   return(FactsWrong);
  }
//+------------------------------------------------------------------+
