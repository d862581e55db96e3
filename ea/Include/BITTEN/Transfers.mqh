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
   long              m_pauseMs;

   static bool       IsWhole(const double money);
   void              Read(const long nowMs);

public:
                     CTransfers(void) : m_sum(0.0),m_isKnown(false),m_isConnected(false),m_isStale(true),m_nextMs(0),
                                        m_pauseMs(TRANSFERS_RETRY_MS) {}
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
//| Deals and money come apart while the history loads after a start,|
//| and between a payment and its deal. Every deal together makes the|
//| balance and the credit, to the cent: a sum of fewer would look   |
//| like money paid out, and hide a loss as great                    |
//+------------------------------------------------------------------+
bool CTransfers::IsWhole(const double money)
  {
   double unit=MathPow(10.0,-(double)AccountInfoInteger(ACCOUNT_CURRENCY_DIGITS));
   return(MathAbs(money-AccountInfoDouble(ACCOUNT_BALANCE)-AccountInfoDouble(ACCOUNT_CREDIT))<unit/2.0);
  }
//+------------------------------------------------------------------+
void CTransfers::Read(const long nowMs)
  {
   double money=0.0;
   m_sum=0.0;
   bool isRead=(m_isConnected && HistorySelect(0,(datetime)HISTORY_END));
   for(int i=HistoryDealsTotal()-1; i>=0 && isRead; i--)
     {
      ulong deal=HistoryDealGetTicket(i);
      double profit=HistoryDealGetDouble(deal,DEAL_PROFIT);
      money+=profit+HistoryDealGetDouble(deal,DEAL_SWAP)+HistoryDealGetDouble(deal,DEAL_COMMISSION)
             +HistoryDealGetDouble(deal,DEAL_FEE);
      if(IsOne(HistoryDealGetInteger(deal,DEAL_TYPE)))
         m_sum+=profit;
     }
   m_isKnown=(isRead && IsWhole(money));
   //--- Where it never comes true the whole history is not read each second
   m_pauseMs=m_isKnown ? TRANSFERS_EVERY_MS : MathMin((long)TRANSFERS_EVERY_MS,m_isStale ? (long)TRANSFERS_RETRY_MS : 2*m_pauseMs);
   m_isStale=false;
   m_nextMs=nowMs+m_pauseMs;
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
