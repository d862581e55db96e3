//+------------------------------------------------------------------+
//| Finder.mqh                                                       |
//| Finds what a command id has become at the broker: by its magic   |
//| number, and where a broker has lost that, by its comment, symbol |
//| and side. Looks at positions, active orders and the history from |
//| a day before the command on.                                     |
//+------------------------------------------------------------------+
#ifndef BITTEN_FINDER_MQH
#define BITTEN_FINDER_MQH

#include "DeskParts.mqh"

//--- The broker's clock and the history's may be this far from what was written down
#define FINDER_MARGIN_S 86400

struct SFound
  {
   bool              isSearched;   // everything could be looked at
   ulong             ticket;       // of the open position, 0 when none is open
   ulong             position;     // its lasting identifier
   bool              isActive;     // an order of it still works
   ulong             active;       // which
   bool              isFilled;     // its order ended with a fill, whether a deal is shown or not
   bool              isEnded;      // its order ended without a fill
   bool              isExpired;    // and because its time was over
   bool              isRejected;   // and because the broker could not fill it
   bool              isWaiting;    // the order that works waits for its price, and nothing of it is filled
   bool              hasWaited;    // its order is or was one that waits for its price
   ulong             order;
   ulong             deal;
   double            lots;         // filled, in and out alike
   double            price;        // their average
  };

class CFinder
  {
private:
   CDeskParts       *m_desk;

   static bool       IsNamed(const CEntry &entry,const string comment,const string symbol);
   void              InPositions(const CEntry &entry,SFound &found) const;
   void              InOrders(const CEntry &entry,SFound &found) const;
   static void       InOrder(SFound &found);
   void              InDeals(const CEntry &entry,SFound &found) const;
   void              InOldOrders(const CEntry &entry,SFound &found) const;

public:
   void              Open(CDeskParts &desk) { m_desk=GetPointer(desk); }
   bool              IsThere(const SFound &found) const { return(found.lots>0.0 || found.ticket!=0); }
   void              Find(const CEntry &entry,SFound &found) const;
   //--- What is open and what waits now, without the history
   void              Look(const CEntry &entry,SFound &found) const;
   //--- Of an order that waits and whose journal was lost: what it would become
   static void       Describe(const SFound &found,SCommand &command);
  };
//+------------------------------------------------------------------+
//| Comments of the app end with twelve characters of the id: only   |
//| such a one says whose it is                                      |
//+------------------------------------------------------------------+
bool CFinder::IsNamed(const CEntry &entry,const string comment,const string symbol)
  {
   return(StringLen(comment)>=12 && symbol==entry.command.symbol
          && StringFind(comment,StringSubstr(entry.command.id,14))>=0);
  }
//+------------------------------------------------------------------+
void CFinder::Find(const CEntry &entry,SFound &found) const
  {
   Look(entry,found);
   long from=CFamily::MadeAt(entry.command.id)/1000;
   if(entry.serverS>0)
      from=MathMin(from,entry.serverS);
   datetime start=(datetime)MathMax((long)0,from-FINDER_MARGIN_S);
   found.isSearched=HistorySelect(start,(datetime)HISTORY_END);
   if(!found.isSearched)
      return;
   InDeals(entry,found);
   InOldOrders(entry,found);
  }
//+------------------------------------------------------------------+
void CFinder::Look(const CEntry &entry,SFound &found) const
  {
   ZeroMemory(found);
   if(CCommand::OpensPosition(entry.command.kind))
      InPositions(entry,found);
   InOrders(entry,found);
  }
//+------------------------------------------------------------------+
void CFinder::InPositions(const CEntry &entry,SFound &found) const
  {
   for(int i=PositionsTotal()-1; i>=0; i--)
     {
      ulong ticket=PositionGetTicket(i);
      if(ticket==0)
         continue;
      if(PositionGetInteger(POSITION_MAGIC)!=entry.magic
         && !IsNamed(entry,PositionGetString(POSITION_COMMENT),PositionGetString(POSITION_SYMBOL)))
         continue;
      found.ticket=ticket;
      found.position=(ulong)PositionGetInteger(POSITION_IDENTIFIER);
      found.price=PositionGetDouble(POSITION_PRICE_OPEN);
     }
  }
//+------------------------------------------------------------------+
void CFinder::InOrders(const CEntry &entry,SFound &found) const
  {
   for(int i=OrdersTotal()-1; i>=0; i--)
     {
      ulong ticket=OrderGetTicket(i);
      if(ticket==0 || OrderGetInteger(ORDER_MAGIC)!=entry.magic)
         continue;
      found.isActive=true;
      found.active=ticket;
      found.order=ticket;
      InOrder(found);
     }
  }
//+------------------------------------------------------------------+
//| The selected order. While it is being registered nobody can say  |
//| that it waits                                                    |
//+------------------------------------------------------------------+
void CFinder::InOrder(SFound &found)
  {
   long state=OrderGetInteger(ORDER_STATE);
   bool isRegistered=(state==ORDER_STATE_PLACED || state==ORDER_STATE_REQUEST_MODIFY || state==ORDER_STATE_REQUEST_CANCEL);
   bool isWhole=(OrderGetDouble(ORDER_VOLUME_CURRENT)>=OrderGetDouble(ORDER_VOLUME_INITIAL)-1e-9);
   found.hasWaited=CDeskParts::IsWaitingType(OrderGetInteger(ORDER_TYPE));
   found.isWaiting=(found.hasWaited && isRegistered && isWhole);
  }
//+------------------------------------------------------------------+
void CFinder::Describe(const SFound &found,SCommand &command)
  {
   if(!OrderSelect(found.active))
      return;
   int digits=CDeskParts::Digits(OrderGetString(ORDER_SYMBOL));
   command.symbol=OrderGetString(ORDER_SYMBOL);
   command.isBuy=CDeskParts::IsBuyingType(OrderGetInteger(ORDER_TYPE));
   command.lots=OrderGetDouble(ORDER_VOLUME_INITIAL);
   command.lotsText=CDecimal::Lots(command.lots,SymbolInfoDouble(command.symbol,SYMBOL_VOLUME_STEP));
   command.price=OrderGetDouble(ORDER_PRICE_OPEN);
   command.priceText=CDecimal::Price(command.price,digits);
   command.stop=OrderGetDouble(ORDER_SL);
   command.stopText=(command.stop>0.0) ? CDecimal::Price(command.stop,digits) : "";
   command.target=OrderGetDouble(ORDER_TP);
   command.targetText=(command.target>0.0) ? CDecimal::Price(command.target,digits) : "";
  }
//+------------------------------------------------------------------+
//| What opens is its entries; a close is its exits                  |
//+------------------------------------------------------------------+
void CFinder::InDeals(const CEntry &entry,SFound &found) const
  {
   bool isOpening=CCommand::OpensPosition(entry.command.kind);
   double value=0.0;
   for(int i=0; i<HistoryDealsTotal(); i++)
     {
      ulong deal=HistoryDealGetTicket(i);
      if(deal==0 || isOpening!=(HistoryDealGetInteger(deal,DEAL_ENTRY)==DEAL_ENTRY_IN))
         continue;
      bool isOurs=(HistoryDealGetInteger(deal,DEAL_MAGIC)==entry.magic);
      if(!isOurs && isOpening)
         isOurs=IsNamed(entry,HistoryDealGetString(deal,DEAL_COMMENT),HistoryDealGetString(deal,DEAL_SYMBOL));
      if(!isOurs)
         continue;
      double lots=HistoryDealGetDouble(deal,DEAL_VOLUME);
      found.deal=deal;
      found.order=(ulong)HistoryDealGetInteger(deal,DEAL_ORDER);
      found.position=(ulong)HistoryDealGetInteger(deal,DEAL_POSITION_ID);
      found.lots+=lots;
      value+=lots*HistoryDealGetDouble(deal,DEAL_PRICE);
     }
   if(found.lots>0.0)
      found.price=value/found.lots;
  }
//+------------------------------------------------------------------+
void CFinder::InOldOrders(const CEntry &entry,SFound &found) const
  {
   if(found.lots>0.0 || found.isActive)
      return;
   for(int i=0; i<HistoryOrdersTotal(); i++)
     {
      ulong ticket=HistoryOrderGetTicket(i);
      if(ticket==0 || HistoryOrderGetInteger(ticket,ORDER_MAGIC)!=entry.magic)
         continue;
      long state=HistoryOrderGetInteger(ticket,ORDER_STATE);
      found.order=ticket;
      //--- An order that is filled in part ends as cancelled, and may be shown before its deal
      double missing=HistoryOrderGetDouble(ticket,ORDER_VOLUME_CURRENT);
      found.isFilled=(found.isFilled || state==ORDER_STATE_FILLED
                      || HistoryOrderGetDouble(ticket,ORDER_VOLUME_INITIAL)-missing>1e-9);
      found.hasWaited=CDeskParts::IsWaitingType(HistoryOrderGetInteger(ticket,ORDER_TYPE));
      found.isExpired=(state==ORDER_STATE_EXPIRED);
      found.isRejected=(state==ORDER_STATE_REJECTED);
      if(state==ORDER_STATE_CANCELED || found.isRejected || found.isExpired)
         found.isEnded=true;
     }
   if(found.isFilled)
      found.isEnded=false;
  }

#endif
//+------------------------------------------------------------------+
