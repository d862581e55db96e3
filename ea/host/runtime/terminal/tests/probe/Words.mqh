//+------------------------------------------------------------------+
//| Words.mqh: "name key=value …", and JSON members                  |
//+------------------------------------------------------------------+
class CWords
  {
private:
   string            m_words[];
public:
   void              Read(const string text)
     {
      StringSplit(text,' ',m_words);
     }
   string            Name()
     {
      return(m_words[0]);
     }
   string            Word(const string key)
     {
      for(int i=1; i<ArraySize(m_words); i++)
         if(StringFind(m_words[i],key+"=")==0)
            return(StringSubstr(m_words[i],StringLen(key)+1));
      return("");
     }
   long              Whole(const string key)
     {
      return(StringToInteger(Word(key)));
     }
   double            Number(const string key)
     {
      return(StringToDouble(Word(key)));
     }
  };

string Text(const string name,const string value)
  {
   string clean=value;
   StringReplace(clean,"\"","'");
   return("\""+name+"\":\""+clean+"\"");
  }

string Whole(const string name,const long value)
  {
   return("\""+name+"\":"+IntegerToString(value));
  }

string Number(const string name,const double value)
  {
   return("\""+name+"\":"+DoubleToString(value,8));
  }

string Flag(const string name,const bool value)
  {
   return("\""+name+"\":"+(value ? "true" : "false"));
  }
//+------------------------------------------------------------------+
