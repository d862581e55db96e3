//+------------------------------------------------------------------+
//| LinkNotes.mqh                                                    |
//| What people are told about the link: each reason once, however   |
//| often it comes again, and dropped messages at the first, second, |
//| fourth …, so that nobody can fill the journal from outside.      |
//+------------------------------------------------------------------+
#ifndef BITTEN_LINK_NOTES_MQH
#define BITTEN_LINK_NOTES_MQH

#include "Interfaces.mqh"

class CLinkNotes
  {
private:
   IHerald          *m_herald;
   string            m_reason;
   long              m_toldFaults;

public:
                     CLinkNotes() : m_herald(NULL),m_reason("not connected yet"),m_toldFaults(0) {}
   void              Begin(IHerald *herald) { m_herald=herald; }
   void              Live() { m_reason=""; }
   void              Apart(const bool wasLive,const string reason);
   //--- Without a note: the EA itself wished it
   void              Closed(const string reason) { m_reason=reason; }
   void              Faults(const long faults,const string last);
   //--- Why there is no session; "" when there is one
   string            Reason() const { return(m_reason); }
  };
//+------------------------------------------------------------------+
void CLinkNotes::Apart(const bool wasLive,const string reason)
  {
   if(wasLive || reason!=m_reason)
      m_herald.Note("warn",(wasLive ? "The session with BITTEN ended: " : "No link to BITTEN: ")+reason);
   m_reason=reason;
  }
//+------------------------------------------------------------------+
void CLinkNotes::Faults(const long faults,const string last)
  {
   if(faults<=m_toldFaults || (m_toldFaults>0 && faults<2*m_toldFaults))
      return;
   m_toldFaults=faults;
   m_herald.Note("warn",StringFormat("Messages of BITTEN that were dropped so far: %I64d, the last: %s",faults,last));
  }

#endif
//+------------------------------------------------------------------+
