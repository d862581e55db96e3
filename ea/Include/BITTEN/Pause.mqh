//+------------------------------------------------------------------+
//| Pause.mqh                                                        |
//| Says `busy` before something stops the whole EA, and sees it off:|
//| said and still waiting here it would be heard too late.          |
//+------------------------------------------------------------------+
#ifndef BITTEN_PAUSE_MQH
#define BITTEN_PAUSE_MQH

#include "DeskPorts.mqh"
#include "Link.mqh"

class CPause : public IPause
  {
private:
   CLink            *m_link;

public:
                     CPause(void) : m_link(NULL) {}
   void              Bind(CLink *link) { m_link=link; }
   virtual void      AboutToBlock(const int ms);
  };
//+------------------------------------------------------------------+
void CPause::AboutToBlock(const int ms)
  {
   if(!m_link.IsLive() || ms<1)
      return;
   m_link.SayBusy(ms);
   m_link.Push();
  }

#endif
//+------------------------------------------------------------------+
