//+------------------------------------------------------------------+
//| Commission.mqh                                                   |
//| No property of a symbol tells its commission: past deals do. It  |
//| is never taken for zero before one was seen.                     |
//+------------------------------------------------------------------+
#ifndef BITTEN_COMMISSION_MQH
#define BITTEN_COMMISSION_MQH

#include "DeskPorts.mqh"

#define COMMISSION_DAYS    90
//--- Newest deals that are looked at, so that a long history costs no time
#define COMMISSION_DEALS   2000

class CCommission : public ICosts
  {
private:
   double            m_fixed;
   string            m_symbols[];
   double            m_lotsIn[];
   double            m_costIn[];
   double            m_lotsOut[];
   double            m_costOut[];

   int               At(const string symbol);
   void              Add(const ulong deal);

public:
                     CCommission(void) : m_fixed(-1.0) {}
   //--- What the trader says it is, for one lot in and out; below zero: by past deals
   void              Fix(const double perLot) { m_fixed=perLot; }
   //--- Reads the past; selects history, so nobody may have a selection of his own while it runs
   void              Read(void);
   //--- For one lot in and out, account currency; below zero when it is not known
   virtual double    CommissionPerLot(const string symbol);
  };

int CCommission::At(const string symbol)
  {
   int size=ArraySize(m_symbols);
   for(int i=0; i<size; i++)
      if(m_symbols[i]==symbol)
         return(i);
   ArrayResize(m_symbols,size+1);
   ArrayResize(m_lotsIn,size+1);
   ArrayResize(m_costIn,size+1);
   ArrayResize(m_lotsOut,size+1);
   ArrayResize(m_costOut,size+1);
   m_symbols[size]=symbol;
   m_lotsIn[size]=0.0;
   m_costIn[size]=0.0;
   m_lotsOut[size]=0.0;
   m_costOut[size]=0.0;
   return(size);
  }

void CCommission::Add(const ulong deal)
  {
   long type=HistoryDealGetInteger(deal,DEAL_TYPE);
   long entry=HistoryDealGetInteger(deal,DEAL_ENTRY);
   double lots=HistoryDealGetDouble(deal,DEAL_VOLUME);
   if((type!=DEAL_TYPE_BUY && type!=DEAL_TYPE_SELL) || lots<=0.0)
      return;
   double cost=-(HistoryDealGetDouble(deal,DEAL_COMMISSION)+HistoryDealGetDouble(deal,DEAL_FEE));
   int at=At(HistoryDealGetString(deal,DEAL_SYMBOL));
   if(entry==DEAL_ENTRY_IN)
     {
      m_lotsIn[at]+=lots;
      m_costIn[at]+=cost;
     }
   if(entry==DEAL_ENTRY_OUT)
     {
      m_lotsOut[at]+=lots;
      m_costOut[at]+=cost;
     }
  }

void CCommission::Read(void)
  {
   if(m_fixed>=0.0)
      return;
   long now=(long)TimeTradeServer();
   if(!HistorySelect((datetime)(now-COMMISSION_DAYS*86400),(datetime)(now+86400)))
      return;
   ArrayResize(m_symbols,0);
   int total=HistoryDealsTotal();
   int oldest=(int)MathMax(0,total-COMMISSION_DEALS);
   for(int i=total-1; i>=oldest; i--)
     {
      ulong deal=HistoryDealGetTicket(i);
      if(deal!=0)
         Add(deal);
     }
  }

double CCommission::CommissionPerLot(const string symbol)
  {
   if(m_fixed>=0.0)
      return(m_fixed);
   for(int i=ArraySize(m_symbols)-1; i>=0; i--)
      if(m_symbols[i]==symbol && m_lotsIn[i]>0.0 && m_lotsOut[i]>0.0)
         return(MathMax(0.0,m_costIn[i]/m_lotsIn[i]+m_costOut[i]/m_lotsOut[i]));
   return(-1.0);
  }

#endif
//+------------------------------------------------------------------+
