//+------------------------------------------------------------------+
//| DayLoss.mqh                                                      |
//| What the broker's day has taken from the balance that it began   |
//| with, open positions included. The first balance is what there   |
//| is now without the deals of today, so it survives every restart. |
//+------------------------------------------------------------------+
#ifndef BITTEN_DAY_LOSS_MQH
#define BITTEN_DAY_LOSS_MQH

#define DAY_SECONDS      86400
//--- History is summed up at most so often
#define DAY_LOSS_MS      1000

class CDayLoss
  {
private:
   double            m_first;     // today's first balance, with what was paid in or out since
   bool              m_isKnown;
   bool              m_isStale;
   ulong             m_readAt;

   void              Read(const ulong nowMs);

public:
                     CDayLoss() : m_first(0.0),m_isKnown(false),m_isStale(true),m_readAt(0) {}
   void              OnDeal() { m_isStale=true; }
   //--- False: the history cannot be read, or there was no balance
   bool              Percent(const ulong nowMs,double &percent);
  };
//+------------------------------------------------------------------+
//| The newest quote is the broker's clock: it cannot be ahead       |
//+------------------------------------------------------------------+
void CDayLoss::Read(const ulong nowMs)
  {
   m_readAt=nowMs;
   m_isStale=false;
   datetime now=TimeCurrent();
   datetime day=(datetime)((long)now-(long)now%DAY_SECONDS);
   m_isKnown=(now>0 && HistorySelect(day,(datetime)((long)now+DAY_SECONDS)));
   if(!m_isKnown)
      return;
   double traded=0.0;
   for(int i=HistoryDealsTotal()-1; i>=0; i--)
     {
      ulong deal=HistoryDealGetTicket(i);
      long type=HistoryDealGetInteger(deal,DEAL_TYPE);
      //--- Money that was paid in, lent, given or put right was neither won nor lost
      if(type!=DEAL_TYPE_BUY && type!=DEAL_TYPE_SELL && type!=DEAL_TYPE_COMMISSION && type!=DEAL_TYPE_COMMISSION_DAILY
         && type!=DEAL_TYPE_CHARGE && type!=DEAL_TYPE_INTEREST)
         continue;
      traded+=HistoryDealGetDouble(deal,DEAL_PROFIT)+HistoryDealGetDouble(deal,DEAL_SWAP)
              +HistoryDealGetDouble(deal,DEAL_COMMISSION)+HistoryDealGetDouble(deal,DEAL_FEE);
     }
   m_first=AccountInfoDouble(ACCOUNT_BALANCE)-traded;
  }
//+------------------------------------------------------------------+
bool CDayLoss::Percent(const ulong nowMs,double &percent)
  {
   if(m_isStale || nowMs-m_readAt>=DAY_LOSS_MS)
      Read(nowMs);
   percent=0.0;
   if(!m_isKnown || m_first<=0.0)
      return(false);
   percent=100.0*(m_first-(AccountInfoDouble(ACCOUNT_EQUITY)-AccountInfoDouble(ACCOUNT_CREDIT)))/m_first;
   return(true);
  }

#endif
//+------------------------------------------------------------------+
