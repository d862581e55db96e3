//+------------------------------------------------------------------+
//| JsonWriter.mqh                                                   |
//| Writes compact JSON in the order it is told. An item of an array |
//| has the name "".                                                 |
//+------------------------------------------------------------------+
#ifndef BITTEN_JSON_WRITER_MQH
#define BITTEN_JSON_WRITER_MQH

class CJsonWriter
  {
private:
   string            m_text;
   int               m_reserved;
   bool              m_needsComma;

   void              Put(const string piece);
   void              Begin(const string name);
   static string     Quoted(const string value);
   static string     Escape(const string value,int &at);
   static bool       IsPlain(const string value);

public:
                     CJsonWriter() : m_text(""),m_reserved(0),m_needsComma(false) {}
   void              Clear();
   void              ObjectBegin(const string name="");
   void              ObjectEnd();
   void              ArrayBegin(const string name="");
   void              ArrayEnd();
   void              Text(const string name,const string value);
   void              Integer(const string name,const long value);
   //--- null when the value is no finite number: nobody is told a figure that does not exist
   void              Number(const string name,const double value,const int digits);
   void              Boolean(const string name,const bool value);
   void              Null(const string name);
   string            Done() const { return(m_text); }
  };
//+------------------------------------------------------------------+
void CJsonWriter::Clear()
  {
   m_text="";
   m_reserved=0;
   m_needsComma=false;
  }
//+------------------------------------------------------------------+
//| Memory in ever larger steps: a list of positions is long         |
//+------------------------------------------------------------------+
void CJsonWriter::Put(const string piece)
  {
   int needed=StringLen(m_text)+StringLen(piece);
   if(needed>m_reserved)
     {
      m_reserved=2*needed+512;
      StringReserve(m_text,(uint)m_reserved);
     }
   StringAdd(m_text,piece);
  }
//+------------------------------------------------------------------+
void CJsonWriter::Begin(const string name)
  {
   if(m_needsComma)
      Put(",");
   m_needsComma=true;
   if(name!="")
      Put(Quoted(name)+":");
  }
//+------------------------------------------------------------------+
void CJsonWriter::ObjectBegin(const string name)
  {
   Begin(name);
   Put("{");
   m_needsComma=false;
  }
//+------------------------------------------------------------------+
void CJsonWriter::ObjectEnd()
  {
   Put("}");
   m_needsComma=true;
  }
//+------------------------------------------------------------------+
void CJsonWriter::ArrayBegin(const string name)
  {
   Begin(name);
   Put("[");
   m_needsComma=false;
  }
//+------------------------------------------------------------------+
void CJsonWriter::ArrayEnd()
  {
   Put("]");
   m_needsComma=true;
  }
//+------------------------------------------------------------------+
void CJsonWriter::Text(const string name,const string value)
  {
   Begin(name);
   Put(Quoted(value));
  }
//+------------------------------------------------------------------+
void CJsonWriter::Integer(const string name,const long value)
  {
   Begin(name);
   Put(IntegerToString(value));
  }
//+------------------------------------------------------------------+
void CJsonWriter::Number(const string name,const double value,const int digits)
  {
   Begin(name);
   Put(MathIsValidNumber(value) ? DoubleToString(value,digits) : "null");
  }
//+------------------------------------------------------------------+
void CJsonWriter::Boolean(const string name,const bool value)
  {
   Begin(name);
   Put(value ? "true" : "false");
  }
//+------------------------------------------------------------------+
void CJsonWriter::Null(const string name)
  {
   Begin(name);
   Put("null");
  }
//+------------------------------------------------------------------+
bool CJsonWriter::IsPlain(const string value)
  {
   for(int i=0; i<StringLen(value); i++)
     {
      ushort unit=StringGetCharacter(value,i);
      if(unit<0x20 || unit=='\"' || unit=='\\' || (unit>=0xD800 && unit<=0xDFFF))
         return(false);
     }
   return(true);
  }
//+------------------------------------------------------------------+
string CJsonWriter::Quoted(const string value)
  {
   if(IsPlain(value))
      return("\""+value+"\"");
   string quoted="\"";
   for(int i=0; i<StringLen(value); i++)
      StringAdd(quoted,Escape(value,i));
   return(quoted+"\"");
  }
//+------------------------------------------------------------------+
//| Of the pair of surrogates that a rare character is, the second   |
//| is taken with the first; one alone has no meaning in UTF-8       |
//+------------------------------------------------------------------+
string CJsonWriter::Escape(const string value,int &at)
  {
   ushort unit=StringGetCharacter(value,at);
   if(unit=='\"')
      return("\\\"");
   if(unit=='\\')
      return("\\\\");
   if(unit<0x20)
      return(StringFormat("\\u%04x",(int)unit));
   if(unit<0xD800 || unit>0xDFFF)
      return(ShortToString(unit));
   ushort next=(at+1<StringLen(value)) ? StringGetCharacter(value,at+1) : (ushort)0;
   if(unit>0xDBFF || next<0xDC00 || next>0xDFFF)
      return("\\ufffd");
   at++;
   return(StringSubstr(value,at-1,2));
  }

#endif
//+------------------------------------------------------------------+
