//+------------------------------------------------------------------+
//| OrderRest.mqh                                                    |
//| An order that may return: what the market had was filled, and    |
//| the rest goes on working. Nobody waits for it: it is removed,    |
//| and what was filled is told when it is gone.                     |
//+------------------------------------------------------------------+
#ifndef BITTEN_ORDER_REST_MQH
#define BITTEN_ORDER_REST_MQH

#include "Sender.mqh"
#include "Finder.mqh"

#define REST_AGAIN_MS 1000

class COrderRest
  {
private:
   CDeskParts       *m_desk;
   CSender          *m_sender;

public:
   void              Open(CDeskParts &desk,CSender &sender);
   //--- True while more of it may be filled; asks the trade server to remove that
   bool              IsWorking(CEntry &entry,const SFound &found);
  };
//+------------------------------------------------------------------+
void COrderRest::Open(CDeskParts &desk,CSender &sender)
  {
   m_desk=GetPointer(desk);
   m_sender=GetPointer(sender);
  }
//+------------------------------------------------------------------+
bool COrderRest::IsWorking(CEntry &entry,const SFound &found)
  {
   if(found.active==0 || !OrderSelect(found.active) || OrderGetDouble(ORDER_VOLUME_CURRENT)<=1e-9)
      return(false);
   //--- The list of orders follows the deals: all of it is filled
   if(entry.command.lots>0.0 && found.lots>=entry.command.lots-1e-9)
      return(false);
   //--- Any other order ends by itself
   bool mayReturn=(OrderGetInteger(ORDER_TYPE_FILLING)==ORDER_FILLING_RETURN);
   ulong now=CDeskParts::SteadyMs();
   if(!mayReturn || now<entry.nextRemoval)
      return(true);
   bool isFirst=(entry.nextRemoval==0);
   entry.nextRemoval=now+REST_AGAIN_MS;
   //--- A position, and an order of which nothing is missing: the list is behind, or soon will say what is left
   if(isFirst && OrderGetDouble(ORDER_VOLUME_CURRENT)>=OrderGetDouble(ORDER_VOLUME_INITIAL)-1e-9)
      return(true);
   SVerdict heard;
   if(m_sender.Remove(found.active,OrderGetString(ORDER_SYMBOL),heard)!=SENT_DONE && isFirst)
      m_desk.herald.Note("warn","The rest of "+entry.command.id+" cannot be removed, it is tried again: "+heard.text);
   return(true);
  }

#endif
//+------------------------------------------------------------------+
