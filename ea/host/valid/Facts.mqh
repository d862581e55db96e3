//+------------------------------------------------------------------+
//| Facts.mqh                                                        |
//| One line a fact: what the language does, and what it should do.  |
//+------------------------------------------------------------------+
int FactsWrong=0;

void Fact(const string name,const string got,const string want)
  {
   if(got==want)
     {
      Print("ok: ",name);
      return;
     }
   FactsWrong++;
   Print("WRONG: ",name,": got [",got,"], want [",want,"]");
  }

void Fact(const string name,const bool holds)
  {
   Fact(name,holds ? "true" : "false","true");
  }

string Joined(const int &values[])
  {
   string text="";
   for(int i=0; i<ArraySize(values); i++)
      text+=(i>0 ? " " : "")+(string)values[i];
   return(text);
  }
//+------------------------------------------------------------------+
