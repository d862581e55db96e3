//+------------------------------------------------------------------+
//| Facts.mqh                                                        |
//| Verdicts and deals that the app has not confirmed. The journal   |
//| keeps them on disk; here is when each was said. They are said in |
//| order, again in every session, until `a` has passed their number.|
//+------------------------------------------------------------------+
#ifndef BITTEN_FACTS_MQH
#define BITTEN_FACTS_MQH

#include "Interfaces.mqh"

struct SFact
  {
   string            key;       // of the journal: "v:ID:IS" or "d:TICKET"
   string            type;
   string            body;
   long              number;    // that it was said under in this session, 0 for not yet
   bool              isRepeat;  // the app may have had it before
  };

//--- More than this waiting in the link: the rest waits here
#define FACTS_MOST_WAITING 262144

class CFacts
  {
private:
   SFact             m_facts[];
   int               m_count;
   int               m_said;    // the first so many have been said in this session

public:
                     CFacts() : m_count(0),m_said(0) {}
   int               Count() const { return(m_count); }
   void              Clear();
   void              Keep(const string key,const string type,const string body,const bool isRepeat);
   string            Key(const int index) const { return(m_facts[index].key); }
   string            Body(const int index) const { return(m_facts[index].body); }
   //--- The app has it
   void              Drop(const string key);
   void              Say(IOutbox *outbox);
   void              OnApart();
   //--- Forgets what is confirmed; keys of it
   int               Confirm(const long upTo,string &keys[]);
  };
//+------------------------------------------------------------------+
void CFacts::Clear()
  {
   ArrayResize(m_facts,0);
   m_count=0;
   m_said=0;
  }
//+------------------------------------------------------------------+
void CFacts::Keep(const string key,const string type,const string body,const bool isRepeat)
  {
   ArrayResize(m_facts,m_count+1,1024);
   m_facts[m_count].key=key;
   m_facts[m_count].type=type;
   m_facts[m_count].body=body;
   m_facts[m_count].number=0;
   m_facts[m_count].isRepeat=isRepeat;
   m_count++;
  }
//+------------------------------------------------------------------+
//| Looked for from the front, where the oldest are                  |
//+------------------------------------------------------------------+
void CFacts::Drop(const string key)
  {
   int place=0;
   while(place<m_count && m_facts[place].key!=key)
      place++;
   if(place==m_count)
      return;
   for(int i=place; i<m_count-1; i++)
      m_facts[i]=m_facts[i+1];
   m_count--;
   if(place<m_said)
      m_said--;
   ArrayResize(m_facts,m_count,1024);
  }
//+------------------------------------------------------------------+
void CFacts::Say(IOutbox *outbox)
  {
   while(m_said<m_count && outbox.IsLive() && outbox.Waiting()<FACTS_MOST_WAITING)
     {
      long number=outbox.SayFact(m_facts[m_said].type,m_facts[m_said].body,m_facts[m_said].isRepeat);
      if(number<=0)
         return;
      m_facts[m_said].number=number;
      m_facts[m_said].isRepeat=true;
      m_said++;
     }
  }
//+------------------------------------------------------------------+
void CFacts::OnApart()
  {
   for(int i=0; i<m_said; i++)
      m_facts[i].number=0;
   m_said=0;
  }
//+------------------------------------------------------------------+
//| They are said in order, so the confirmed ones stand in front     |
//+------------------------------------------------------------------+
int CFacts::Confirm(const long upTo,string &keys[])
  {
   int confirmed=0;
   while(confirmed<m_said && m_facts[confirmed].number<=upTo)
      confirmed++;
   ArrayResize(keys,confirmed);
   for(int i=0; i<confirmed; i++)
      keys[i]=m_facts[i].key;
   for(int i=confirmed; confirmed>0 && i<m_count; i++)
      m_facts[i-confirmed]=m_facts[i];
   m_count-=confirmed;
   m_said-=confirmed;
   ArrayResize(m_facts,m_count,1024);
   return(confirmed);
  }

#endif
//+------------------------------------------------------------------+
