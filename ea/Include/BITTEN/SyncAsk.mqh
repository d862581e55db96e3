//+------------------------------------------------------------------+
//| SyncAsk.mqh                                                      |
//| The newest `sync` of this session that waits for its answer.     |
//+------------------------------------------------------------------+
#ifndef BITTEN_SYNC_ASK_MQH
#define BITTEN_SYNC_ASK_MQH

#include "Fields.mqh"

class CSyncAsk
  {
private:
   string            m_id;           // "" when none waits
   string            m_commands[];
   long              m_sinceMs;

public:
                     CSyncAsk() : m_id(""),m_sinceMs(0) {}
   //--- Takes the place of the one before it. False: it cannot be read, and the herald was told why
   bool              Read(CJsonReader &body,IHerald *herald);
   bool              IsWaiting() const { return(m_id!=""); }
   string            Id() const { return(m_id); }
   int               Count() const { return(ArraySize(m_commands)); }
   string            Command(const int index) const { return(m_commands[index]); }
   long              SinceMs() const { return(m_sinceMs); }
   void              Forget() { m_id=""; }
  };
//+------------------------------------------------------------------+
bool CSyncAsk::Read(CJsonReader &body,IHerald *herald)
  {
   CFields fields;
   fields.Open(body,body.Root());
   string id=fields.Id("id");
   int list=fields.List("commands");
   long since=fields.Integer("dealsSinceMs",0,JSON_LARGEST_INTEGER);
   if(fields.Error()!="")
     {
      herald.Note("warn","A `sync` that cannot be read is not answered: "+fields.Error());
      return(false);
     }
   m_id=id;
   m_sinceMs=since;
   ArrayResize(m_commands,0);
   for(int i=0; i<body.Count(list); i++)
     {
      string command="";
      int count=ArraySize(m_commands);
      if(!body.Text(body.Item(list,i),command) || !CFamily::IsId(command))
        {
         herald.Note("warn","`sync` asks about something that is no id");
         continue;
        }
      ArrayResize(m_commands,count+1,256);
      m_commands[count]=command;
     }
   return(true);
  }

#endif
//+------------------------------------------------------------------+
