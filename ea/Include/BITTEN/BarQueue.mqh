//+------------------------------------------------------------------+
//| BarQueue.mqh                                                     |
//| The app's `history` requests, in the order in which they are     |
//| answered.                                                        |
//+------------------------------------------------------------------+
#ifndef BITTEN_BAR_QUEUE_MQH
#define BITTEN_BAR_QUEUE_MQH

#include "JsonReader.mqh"
#include "Protocol.mqh"

#define REQUESTS_MOST        64

struct SBarRequest
  {
   string            id;
   int               index;
   long              fromMs;
   int               most;
   long              sinceMs;       // nothing came of it since then: it was asked, or a portion was given
   long              againMs;
   int               copied;
   bool              isOpen;        // what there is to give is known:
   long              next;          // the first bar that was not given yet, server's time
   long              until;         // the last bar of all
  };

class CBarQueue
  {
private:
   SBarRequest       m_requests[];

public:
   int               Size(void) { return(ArraySize(m_requests)); }
   void              Clear(void) { ArrayResize(m_requests,0); }
   //--- A `history` of the app; false when it is not one
   bool              Ask(CJsonReader &body,const long nowMs);
   SBarRequest       First(void) { return(m_requests[0]); }
   void              Keep(const SBarRequest &request) { m_requests[0]=request; }
   void              Drop(void) { ArrayRemove(m_requests,0,1); }
   //--- The first one becomes the last
   void              StepBack(void);
  };
//+------------------------------------------------------------------+
bool CBarQueue::Ask(CJsonReader &body,const long nowMs)
  {
   SBarRequest request;
   long index=0;
   long most=0;
   int root=body.Root();
   if(!body.Text(body.Member(root,"id"),request.id) || !body.Integer(body.Member(root,"index"),index)
      || !body.Integer(body.Member(root,"fromMs"),request.fromMs) || !body.Integer(body.Member(root,"max"),most))
      return(false);
   int size=ArraySize(m_requests);
   if(size>=REQUESTS_MOST || most<1 || most>LIMIT_HISTORY_BARS || index<0 || index>LIMIT_INDEX)
      return(false);
   request.index=(int)index;
   request.most=(int)most;
   request.sinceMs=nowMs;
   request.againMs=0;
   request.copied=-1;
   request.isOpen=false;
   request.next=0;
   request.until=-1;
   ArrayResize(m_requests,size+1,REQUESTS_MOST);
   m_requests[size]=request;
   return(true);
  }
//+------------------------------------------------------------------+
void CBarQueue::StepBack(void)
  {
   int last=ArraySize(m_requests)-1;
   SBarRequest first=m_requests[0];
   for(int i=0; i<last; i++)
      m_requests[i]=m_requests[i+1];
   m_requests[last]=first;
  }

#endif
//+------------------------------------------------------------------+
