//+------------------------------------------------------------------+
//| StopKeeper.mqh                                                   |
//| After a fill the position must carry the stop that was ordered.  |
//| Some brokers fill without it: then it is set, and where that is  |
//| refused the position is closed.                                  |
//+------------------------------------------------------------------+
#ifndef BITTEN_STOP_KEEPER_MQH
#define BITTEN_STOP_KEEPER_MQH

#include "Sender.mqh"
#include "Finder.mqh"
#include "Checks.mqh"

#define STOP_RETRY_MS       1000
#define STOP_ANY_DEVIATION  10000

class CStopKeeper
  {
private:
   CDeskParts       *m_desk;
   CSender          *m_sender;

   static bool       Carries(const CEntry &entry);
   static bool       IsNearer(const CEntry &entry,const double stop);
   void              CloseIt(CEntry &entry,const string why);

public:
   void              Open(CDeskParts &desk,CSender &sender);
   //--- True: the position carries its stop, or is not open any more
   bool              Keep(CEntry &entry,const ulong ticket);
  };
//+------------------------------------------------------------------+
void CStopKeeper::Open(CDeskParts &desk,CSender &sender)
  {
   m_desk=GetPointer(desk);
   m_sender=GetPointer(sender);
  }
//+------------------------------------------------------------------+
//| Of the selected position                                         |
//+------------------------------------------------------------------+
bool CStopKeeper::Carries(const CEntry &entry)
  {
   double stop=PositionGetDouble(POSITION_SL);
   string symbol=PositionGetString(POSITION_SYMBOL);
   //--- An id that was found without its journal: any stop will do, nobody knows the right one
   if(entry.command.stop<=0.0)
      return(stop>0.0);
   //--- Nearer is somebody's hand, or the broker's: it is not taken back
   return(stop>0.0 && (CChecks::Points(stop,entry.command.stop,symbol)==0 || IsNearer(entry,stop)));
  }
//+------------------------------------------------------------------+
bool CStopKeeper::IsNearer(const CEntry &entry,const double stop)
  {
   bool isLong=(PositionGetInteger(POSITION_TYPE)==POSITION_TYPE_BUY);
   return(stop>0.0 && (isLong ? stop>=entry.command.stop : stop<=entry.command.stop));
  }
//+------------------------------------------------------------------+
bool CStopKeeper::Keep(CEntry &entry,const ulong ticket)
  {
   if(!PositionSelectByTicket(ticket) || Carries(entry))
      return(true);
   ulong now=CDeskParts::SteadyMs();
   if(now<entry.nextTry)
      return(false);
   entry.nextTry=now+STOP_RETRY_MS;
   if(entry.command.stop<=0.0)
     {
      CloseIt(entry,"It had no stop, and the journal does not know the right one");
      return(false);
     }
   SVerdict heard;
   double target=PositionGetDouble(POSITION_TP);
   ENUM_SENT sent=m_sender.MoveSelected(entry.command.stop,target>0.0 ? target : entry.command.target,entry.magic,heard);
   if(!PositionSelectByTicket(ticket))
      return(true);
   entry.remark="The broker filled it without its stop, which was set afterwards";
   if(Carries(entry))
      return(true);
   if(sent!=SENT_REFUSED)
      return(false);
   CloseIt(entry,"Its stop could not be set: "+heard.text);
   return(false);
  }
//+------------------------------------------------------------------+
//| Tried again every second until the position is gone or carries   |
//| its stop                                                         |
//+------------------------------------------------------------------+
void CStopKeeper::CloseIt(CEntry &entry,const string why)
  {
   SVerdict heard;
   string ticket=CDecimal::Ticket((ulong)PositionGetInteger(POSITION_TICKET));
   double lots=PositionGetDouble(POSITION_VOLUME);
   ENUM_SENT sent=m_sender.CloseSelected(lots,STOP_ANY_DEVIATION,entry.magic,"BITTEN no stop",heard);
   entry.remark=why+"; closed";
   entry.tries++;
   if(sent==SENT_DONE)
      m_desk.herald.Note("error","Position "+ticket+" is closed. "+why);
   else
      if(entry.tries==1 || entry.tries%30==0)
         m_desk.herald.Note("error","Position "+ticket+" has no stop and cannot be closed: "+heard.text+". "+why);
  }

#endif
//+------------------------------------------------------------------+
