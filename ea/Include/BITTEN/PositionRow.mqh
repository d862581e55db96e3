//+------------------------------------------------------------------+
//| PositionRow.mqh                                                  |
//| One open position as `positions` tells it. The text is made when |
//| a figure in it changes: prices move the profit alone, which is   |
//| therefore the last member and kept apart.                        |
//+------------------------------------------------------------------+
#ifndef BITTEN_POSITION_ROW_MQH
#define BITTEN_POSITION_ROW_MQH

#include "JsonWriter.mqh"
#include "OrderDesk.mqh"

enum ENUM_ROW_NEWS
  {
   ROW_SAME,
   ROW_MOVED,   // what prices and time do: profit, swap
   ROW_DONE     // what somebody did
  };

class CPositionRow
  {
private:
   ulong             m_ticket;
   double            m_lots;
   double            m_open;
   double            m_stop;
   double            m_target;
   double            m_swap;
   double            m_profit;
   string            m_text;        // up to the profit
   string            m_profitText;  // and the end

   bool              HasDeed(void);
   string            Write(IMarketTime *time,COrderDesk *desk);
   static void       WritePrice(CJsonWriter &writer,const string name,const double price,const int digits);

public:
                     CPositionRow(const ulong ticket);
   ulong             Ticket(void) const { return(m_ticket); }
   //--- Reads the position that is selected. isAnew: whatever its figures say, the rest may have become known
   ENUM_ROW_NEWS     Look(IMarketTime *time,COrderDesk *desk,const bool isAnew);
   void              AddTo(string &text) const;
  };
//+------------------------------------------------------------------+
CPositionRow::CPositionRow(const ulong ticket)
   : m_ticket(ticket),m_lots(0.0),m_open(0.0),m_stop(0.0),m_target(0.0),m_swap(0.0),m_profit(0.0),m_text(""),m_profitText("")
  {
  }
//+------------------------------------------------------------------+
ENUM_ROW_NEWS CPositionRow::Look(IMarketTime *time,COrderDesk *desk,const bool isAnew)
  {
   ENUM_ROW_NEWS news=HasDeed() ? ROW_DONE : ROW_SAME;
   double swap=PositionGetDouble(POSITION_SWAP);
   if(news==ROW_DONE || isAnew || swap!=m_swap)
     {
      m_swap=swap;
      string text=Write(time,desk);
      if(text!=m_text && news==ROW_SAME)
         news=ROW_MOVED;
      m_text=text;
     }
   double profit=PositionGetDouble(POSITION_PROFIT);
   if(profit==m_profit && m_profitText!="")
      return(news);
   m_profit=profit;
   m_profitText=CDecimal::Money(profit)+"\"}";
   return(news==ROW_SAME ? ROW_MOVED : news);
  }
//+------------------------------------------------------------------+
//| A row that is new has seen none of its figures                   |
//+------------------------------------------------------------------+
bool CPositionRow::HasDeed(void)
  {
   double lots=PositionGetDouble(POSITION_VOLUME);
   double open=PositionGetDouble(POSITION_PRICE_OPEN);
   double stop=PositionGetDouble(POSITION_SL);
   double target=PositionGetDouble(POSITION_TP);
   bool hasDeed=(lots!=m_lots || open!=m_open || stop!=m_stop || target!=m_target || m_text=="");
   m_lots=lots;
   m_open=open;
   m_stop=stop;
   m_target=target;
   return(hasDeed);
  }
//+------------------------------------------------------------------+
//| Its lasting identifier: deals name that one, and a ticket may    |
//| change overnight                                                 |
//+------------------------------------------------------------------+
string CPositionRow::Write(IMarketTime *time,COrderDesk *desk)
  {
   string symbol=PositionGetString(POSITION_SYMBOL);
   int digits=(int)SymbolInfoInteger(symbol,SYMBOL_DIGITS);
   long magic=PositionGetInteger(POSITION_MAGIC);
   string id=desk.IdOf(magic);
   CJsonWriter writer;
   writer.ObjectBegin();
   writer.Text("position",CDecimal::Ticket((ulong)PositionGetInteger(POSITION_IDENTIFIER)));
   writer.Text("symbol",symbol);
   writer.Text("side",PositionGetInteger(POSITION_TYPE)==POSITION_TYPE_BUY ? "buy" : "sell");
   writer.Text("lots",CDecimal::Lots(m_lots,SymbolInfoDouble(symbol,SYMBOL_VOLUME_STEP)));
   writer.Text("open",CDecimal::Price(m_open,digits));
   WritePrice(writer,"stop",m_stop,digits);
   WritePrice(writer,"target",m_target,digits);
   writer.Text("swap",CDecimal::Money(m_swap));
   writer.Integer("openMs",time.UtcFromServer(PositionGetInteger(POSITION_TIME_MSC)));
   writer.Integer("magic",desk.WireMagic(magic));
   if(id=="")
      writer.Null("id");
   else
      writer.Text("id",id);
   return(writer.Done()+",\"profit\":\"");
  }
//+------------------------------------------------------------------+
void CPositionRow::WritePrice(CJsonWriter &writer,const string name,const double price,const int digits)
  {
   if(price>0.0)
      writer.Text(name,CDecimal::Price(price,digits));
   else
      writer.Null(name);
  }
//+------------------------------------------------------------------+
void CPositionRow::AddTo(string &text) const
  {
   StringAdd(text,m_text);
   StringAdd(text,m_profitText);
  }

#endif
//+------------------------------------------------------------------+
