//+------------------------------------------------------------------+
//| Cares.mqh                                                        |
//| What the manager knows of each open position in this life of the |
//| program: what it sent, and what it waits for.                    |
//+------------------------------------------------------------------+
#ifndef BITTEN_CARES_MQH
#define BITTEN_CARES_MQH

struct SCare
  {
   ulong             ticket;
   ulong             waitUntil;      // steady ms: after a refusal or without an answer
   bool              isPartialDone;
   double            sentStop;       // the last one sent: it is not gone behind before it must be seen
   ulong             sentUntil;      // steady ms
   string            complaint;

                     SCare() : ticket(0),waitUntil(0),isPartialDone(false),sentStop(0.0),sentUntil(0),complaint("") {}
  };

class CCares
  {
public:
   SCare             all[];

   void              Clear() { ArrayResize(all,0); }
   int               Of(const ulong ticket);
   //--- All that are not open any more
   void              Forget(const ulong &open[]);
  };
//+------------------------------------------------------------------+
int CCares::Of(const ulong ticket)
  {
   int count=ArraySize(all);
   for(int i=0; i<count; i++)
      if(all[i].ticket==ticket)
         return(i);
   ArrayResize(all,count+1,64);
   all[count].ticket=ticket;
   return(count);
  }
//+------------------------------------------------------------------+
void CCares::Forget(const ulong &open[])
  {
   for(int i=ArraySize(all)-1; i>=0; i--)
     {
      bool isOpen=false;
      for(int k=0; k<ArraySize(open); k++)
         isOpen=(isOpen || open[k]==all[i].ticket);
      if(!isOpen)
         ArrayRemove(all,(uint)i,1);
     }
  }

#endif
//+------------------------------------------------------------------+
