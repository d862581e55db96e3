//+------------------------------------------------------------------+
//| Herald.mqh                                                       |
//| Tells people: in the terminal's journal at once, in the app's    |
//| log when it listens. What happens while nobody listens is kept   |
//| for the next session.                                            |
//+------------------------------------------------------------------+
#ifndef BITTEN_HERALD_MQH
#define BITTEN_HERALD_MQH

#include "Interfaces.mqh"
#include "JsonWriter.mqh"
#include "Protocol.mqh"

#define HERALD_KEEPS   32

class CHerald : public IHerald
  {
private:
   IOutbox          *m_outbox;
   string            m_kept[];

   static string     Body(const string level,const string text);

public:
                     CHerald(void) : m_outbox(NULL) {}
   void              Bind(IOutbox *outbox) { m_outbox=outbox; }
   virtual void      Note(const string level,const string text);
   //--- A session has begun
   void              OnLive(void);
  };
//+------------------------------------------------------------------+
string CHerald::Body(const string level,const string text)
  {
   CJsonWriter writer;
   writer.ObjectBegin();
   writer.Text("level",level);
   writer.Text("text",StringSubstr(text,0,LIMIT_NOTE_TEXT));
   writer.ObjectEnd();
   return(writer.Done());
  }
//+------------------------------------------------------------------+
void CHerald::Note(const string level,const string text)
  {
   Print("BITTEN ",level,": ",text);
   string body=Body(level,text);
   if(m_outbox.IsLive() && m_outbox.Say(MESSAGE_NOTE,body)>0)
      return;
   int size=ArraySize(m_kept);
   if(size>=HERALD_KEEPS)
     {
      ArrayRemove(m_kept,0,1);
      size--;
     }
   ArrayResize(m_kept,size+1,HERALD_KEEPS);
   m_kept[size]=body;
  }
//+------------------------------------------------------------------+
void CHerald::OnLive(void)
  {
   for(int i=0; i<ArraySize(m_kept); i++)
      m_outbox.Say(MESSAGE_NOTE,m_kept[i]);
   ArrayResize(m_kept,0);
  }

#endif
//+------------------------------------------------------------------+
