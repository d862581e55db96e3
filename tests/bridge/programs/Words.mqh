//+------------------------------------------------------------------+
//| Words.mqh                                                        |
//| The words of a line as what they stand for.                      |
//+------------------------------------------------------------------+
#ifndef BRIDGE_WORDS_MQH
#define BRIDGE_WORDS_MQH

#include <BITTEN/Bytes.mqh>

string Word(const string &words[],const int index)
  {
   return(index<ArraySize(words) ? words[index] : "");
  }

uchar HexDigit(const uchar letter)
  {
   return((uchar)(letter>='a' ? letter-'a'+10 : letter-'0'));
  }

void HexBytes(const string hex,uchar &bytes[])
  {
   uchar letters[];
   int count=(hex=="-" || hex=="") ? 0 : StringLen(hex)/2;
   StringToCharArray(hex,letters,0,WHOLE_ARRAY,CP_UTF8);
   ArrayResize(bytes,count);
   for(int i=0; i<count; i++)
      bytes[i]=(uchar)(16*HexDigit(letters[2*i])+HexDigit(letters[2*i+1]));
  }

string BytesHex(const uchar &bytes[])
  {
   return(ArraySize(bytes)==0 ? "-" : HexOf(bytes));
  }

string Utf8Text(const string hex)
  {
   uchar bytes[];
   HexBytes(hex,bytes);
   return(ArraySize(bytes)==0 ? "" : CharArrayToString(bytes,0,ArraySize(bytes),CP_UTF8));
  }

#endif
//+------------------------------------------------------------------+
