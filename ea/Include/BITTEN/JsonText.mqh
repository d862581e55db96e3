//+------------------------------------------------------------------+
//| JsonText.mqh                                                     |
//| The letters of JSON: bytes one after the other, blanks, texts    |
//| with their escapes, numbers. Text is checked as UTF-8 here and   |
//| decoded by hand, so that no code page of the computer has a say. |
//+------------------------------------------------------------------+
#ifndef BITTEN_JSON_TEXT_MQH
#define BITTEN_JSON_TEXT_MQH

class CJsonText
  {
private:
   uchar             m_bytes[];
   int               m_end;
   int               m_at;
   ushort            m_units[];   // the text that is being read, in UTF-16
   int               m_length;
   string            m_error;

   bool              Fail(const string what);
   void              Put(const int codePoint);
   bool              ReadEscape();
   bool              ReadUnicodeEscape();
   bool              ReadHex4(int &value);
   bool              ReadUtf8();
   bool              TakeDigits();

public:
                     CJsonText() : m_end(0),m_at(0),m_length(0),m_error("") {}
   bool              Open(const uchar &bytes[],const int from,const int count);
   int               At() const { return(m_at); }
   bool              AtEnd() const { return(m_at>=m_end); }
   string            Error() const { return(m_error); }
   //--- The byte that comes next, -1 at the end
   int               Peek() const { return(m_at<m_end ? (int)m_bytes[m_at] : -1); }
   void              Skip() { m_at++; }
   bool              Take(const int byte);
   void              SkipBlanks();
   //--- A text in its quotes
   bool              Read(string &value);
   bool              ReadNumber(string &value,const int longest);
  };
//+------------------------------------------------------------------+
bool CJsonText::Open(const uchar &bytes[],const int from,const int count)
  {
   m_at=0;
   m_end=0;
   m_error="";
   if(from<0 || count<=0 || count>ArraySize(bytes)-from)
      return(false);
   if(ArrayResize(m_bytes,count)!=count || ArrayResize(m_units,count)!=count)
      return(false);
   if(ArrayCopy(m_bytes,bytes,0,from,count)!=count)
      return(false);
   m_end=count;
   return(true);
  }
//+------------------------------------------------------------------+
bool CJsonText::Fail(const string what)
  {
   m_error=what;
   return(false);
  }
//+------------------------------------------------------------------+
bool CJsonText::Take(const int byte)
  {
   if(Peek()!=byte)
      return(false);
   m_at++;
   return(true);
  }
//+------------------------------------------------------------------+
void CJsonText::SkipBlanks()
  {
   while(Peek()==' ' || Peek()=='\t' || Peek()=='\n' || Peek()=='\r')
      m_at++;
  }
//+------------------------------------------------------------------+
bool CJsonText::Read(string &value)
  {
   if(!Take('\"'))
      return(Fail("expected a text"));
   m_length=0;
   while(m_at<m_end)
     {
      int byte=Peek();
      if(byte=='\"')
        {
         m_at++;
         value=(m_length==0) ? "" : ShortArrayToString(m_units,0,m_length);
         return(true);
        }
      if(byte<0x20)
         return(Fail("a control character inside of a text"));
      if(byte=='\\')
        {
         if(!ReadEscape())
            return(false);
        }
      else
         if(!ReadUtf8())
            return(false);
     }
   return(Fail("a text without an end"));
  }
//+------------------------------------------------------------------+
//| One code point becomes at most as many units as it had bytes     |
//+------------------------------------------------------------------+
void CJsonText::Put(const int codePoint)
  {
   if(codePoint<0x10000)
     {
      m_units[m_length++]=(ushort)codePoint;
      return;
     }
   int rest=codePoint-0x10000;
   m_units[m_length++]=(ushort)(0xD800+(rest>>10));
   m_units[m_length++]=(ushort)(0xDC00+(rest&0x3FF));
  }
//+------------------------------------------------------------------+
bool CJsonText::ReadEscape()
  {
   m_at++;
   int byte=Peek();
   m_at++;
   if(byte=='u')
      return(ReadUnicodeEscape());
   //--- the letters of the first list stand for the characters of the second, in this order
   int which=(byte<0) ? -1 : StringFind("\"\\/bfnrt",ShortToString((ushort)byte));
   if(which<0)
      return(Fail("an escape that JSON does not have"));
   int meanings[8]= {'\"','\\','/',8,12,10,13,9};
   Put(meanings[which]);
   return(true);
  }
//+------------------------------------------------------------------+
//| A string of MQL5 ends at a zero, so a zero cannot be in one      |
//+------------------------------------------------------------------+
bool CJsonText::ReadUnicodeEscape()
  {
   int high=0,low=0;
   if(!ReadHex4(high))
      return(false);
   if(high==0)
      return(Fail("a zero character inside of a text"));
   if(high<0xD800 || high>0xDFFF)
     {
      Put(high);
      return(true);
     }
   if(high>0xDBFF || !Take('\\') || !Take('u') || !ReadHex4(low) || low<0xDC00 || low>0xDFFF)
      return(Fail("half of a surrogate pair"));
   Put(0x10000+((high-0xD800)<<10)+(low-0xDC00));
   return(true);
  }
//+------------------------------------------------------------------+
bool CJsonText::ReadHex4(int &value)
  {
   value=0;
   for(int i=0; i<4; i++)
     {
      int byte=Peek();
      int digit=-1;
      if(byte>='0' && byte<='9')
         digit=byte-'0';
      if(byte>='a' && byte<='f')
         digit=byte-'a'+10;
      if(byte>='A' && byte<='F')
         digit=byte-'A'+10;
      if(digit<0)
         return(Fail("an escape without four hexadecimal digits"));
      value=value*16+digit;
      m_at++;
     }
   return(true);
  }
//+------------------------------------------------------------------+
//| RFC 3629: shortest form only, no surrogates, none above 10FFFF   |
//+------------------------------------------------------------------+
bool CJsonText::ReadUtf8()
  {
   int byte=Peek();
   m_at++;
   if(byte<0x80)
     {
      Put(byte);
      return(true);
     }
   int more=(byte>=0xF0) ? 3 : (byte>=0xE0) ? 2 : 1;
   if(byte<0xC2 || byte>0xF4)
      return(Fail("a byte that is no UTF-8"));
   int codePoint=byte&(0x3F>>more);
   for(int i=0; i<more; i++)
     {
      byte=Peek();
      if(byte<0x80 || byte>0xBF)
         return(Fail("a character of UTF-8 that is not whole"));
      codePoint=(codePoint<<6)|(byte&0x3F);
      m_at++;
     }
   bool isTooShort=(more==2 && codePoint<0x800) || (more==3 && codePoint<0x10000);
   if(isTooShort || codePoint>0x10FFFF || (codePoint>=0xD800 && codePoint<=0xDFFF))
      return(Fail("a character that UTF-8 does not have"));
   Put(codePoint);
   return(true);
  }
//+------------------------------------------------------------------+
bool CJsonText::TakeDigits()
  {
   int from=m_at;
   while(Peek()>='0' && Peek()<='9')
      m_at++;
   return(m_at>from);
  }
//+------------------------------------------------------------------+
bool CJsonText::ReadNumber(string &value,const int longest)
  {
   int from=m_at;
   Take('-');
   if(!Take('0') && !TakeDigits())
      return(Fail("a number without digits"));
   if(Take('.') && !TakeDigits())
      return(Fail("a number without digits after its point"));
   if(Take('e') || Take('E'))
     {
      if(!Take('+'))
         Take('-');
      if(!TakeDigits())
         return(Fail("a number without digits in its exponent"));
     }
   if(m_at-from>longest)
      return(Fail("a number of more than "+IntegerToString(longest)+" characters"));
   value=CharArrayToString(m_bytes,from,m_at-from,CP_UTF8);
   return(true);
  }

#endif
//+------------------------------------------------------------------+
