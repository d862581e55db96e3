//+------------------------------------------------------------------+
//| Transfers.mqh                                                    |
//| Everything that was ever paid into the account, less what was    |
//| paid out, credit included: neither won nor lost. Summed up over  |
//| the whole history when a deal of that kind is told, after a new  |
//| connection, and now and then in case one was missed.             |
//+------------------------------------------------------------------+
#ifndef BITTEN_TRANSFERS_MQH
#define BITTEN_TRANSFERS_MQH

#include "Decimal.mqh"
#include "DeskParts.mqh"

#define TRANSFERS_EVERY_MS  600000
#define TRANSFERS_RETRY_MS  1000

class CTransfers
  {
private:
   double            m_sum;
   bool              m_isKnown;
   bool              m_isConnected;
   bool              m_isStale;
   long              m_nextMs;

   static bool       HasHistory(void);
   void              Read(const long nowMs);

public:
                     CTransfers(void) : m_sum(0.0),m_isKnown(false),m_isConnected(false),m_isStale(true),m_nextMs(0) {}
   static bool       IsOne(const long dealType);
   void              OnTransfer(void) { m_isStale=true; }
   //--- False: the history cannot be read
   bool              Sum(const long nowMs,double &sum);
  };
//+------------------------------------------------------------------+
bool CTransfers::IsOne(const long dealType)
  {
   return(dealType==DEAL_TYPE_BALANCE || dealType==DEAL_TYPE_CREDIT || dealType==DEAL_TYPE_CORRECTION || dealType==DEAL_TYPE_BONUS);
  }
//+------------------------------------------------------------------+
//| After a start the history may load still. Money without any deal |
//| was paid in by one that is not there yet: a sum of nothing would |
//| look like all of it paid out, and hide a loss as great           |
//+------------------------------------------------------------------+
bool CTransfers::HasHistory(void)
  {
   if(!HistorySelect(0,(datetime)HISTORY_END))
      return(false);
   return(HistoryDealsTotal()>0 || (AccountInfoDouble(ACCOUNT_BALANCE)==0.0 && AccountInfoDouble(ACCOUNT_CREDIT)==0.0));
  }
//+------------------------------------------------------------------+
void CTransfers::Read(const long nowMs)
  {
   m_isKnown=(m_isConnected && HasHistory());
   m_isStale=false;
   m_nextMs=nowMs+(m_isKnown ? TRANSFERS_EVERY_MS : TRANSFERS_RETRY_MS);
   m_sum=0.0;
   for(int i=HistoryDealsTotal()-1; i>=0 && m_isKnown; i--)
     {
      ulong deal=HistoryDealGetTicket(i);
      if(IsOne(HistoryDealGetInteger(deal,DEAL_TYPE)))
         m_sum+=HistoryDealGetDouble(deal,DEAL_PROFIT);
     }
  }
//+------------------------------------------------------------------+
bool CTransfers::Sum(const long nowMs,double &sum)
  {
   bool isConnected=(TerminalInfoInteger(TERMINAL_CONNECTED)!=0);
   m_isStale=(m_isStale || (isConnected && !m_isConnected));
   m_isConnected=isConnected;
   if(m_isStale || nowMs>=m_nextMs)
      Read(nowMs);
   sum=m_sum;
   return(m_isKnown);
  }

#endif
//+------------------------------------------------------------------+
