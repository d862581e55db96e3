//+------------------------------------------------------------------+
//| OrderBook.mqh                                                    |
//| All orders that wait at the broker, whoever placed them, with    |
//| the text of each, which is made when a figure in it changes.     |
//+------------------------------------------------------------------+
#ifndef BITTEN_ORDER_BOOK_MQH
#define BITTEN_ORDER_BOOK_MQH

#include "JsonWriter.mqh"
#include "OrderDesk.mqh"
#include "Protocol.mqh"

//--- What can change of an order that waits
struct SWaitingRow
  {
   ulong             ticket;
   long              type;
   double            lots;
   double            price;
   double            stop;
   double            target;
   long              untilS;
   string            text;
  };

class COrderBook
  {
private:
   IMarketTime      *m_time;
   COrderDesk       *m_desk;
   SWaitingRow       m_rows[];      // in the terminal's order
   bool              m_hasNews;     // since the list was told
   int               m_anew;

   static void       Read(const ulong ticket,SWaitingRow &row);
   static bool       IsSame(const SWaitingRow &left,const SWaitingRow &right);
   static string     WayOf(const long type);
   static long       EndOfDay(const long second) { return(second-second%86400+86399); }
   static long       UntilS();
   static void       WritePrice(CJsonWriter &writer,const string name,const double price,const int digits);
   string            Write(const SWaitingRow &row);

public:
                     COrderBook(void) : m_time(NULL),m_desk(NULL),m_hasNews(false),m_anew(0) {}
   void              Bind(IMarketTime *time,COrderDesk *desk);
   //--- Reads the terminal's list. Each time one row is made anew, with isAnew all of them: whose an order is may have
   //--- become known, and the broker's clock
   void              Look(const bool isAnew);
   bool              HasNews(void) const { return(m_hasNews); }
   void              Told(void) { m_hasNews=false; }
   //--- The body of `orders`
   string            Body(void) const;
  };
//+------------------------------------------------------------------+
void COrderBook::Bind(IMarketTime *time,COrderDesk *desk)
  {
   m_time=time;
   m_desk=desk;
  }
//+------------------------------------------------------------------+
void COrderBook::Look(const bool isAnew)
  {
   int total=OrdersTotal();
   int size=0;
   m_anew=(m_anew+1<ArraySize(m_rows)) ? m_anew+1 : 0;
   for(int i=0; i<total && size<LIMIT_ORDERS; i++)
     {
      ulong ticket=OrderGetTicket(i);
      if(ticket==0 || !CDeskParts::IsWaitingType(OrderGetInteger(ORDER_TYPE)))
         continue;
      SWaitingRow row;
      Read(ticket,row);
      bool isKnown=(size<ArraySize(m_rows) && IsSame(m_rows[size],row));
      row.text=(isKnown && !isAnew && size!=m_anew) ? m_rows[size].text : Write(row);
      if(!isKnown)
         ArrayResize(m_rows,(int)MathMax(size+1,ArraySize(m_rows)),64);
      m_hasNews=(m_hasNews || !isKnown || row.text!=m_rows[size].text);
      m_rows[size]=row;
      size++;
     }
   m_hasNews=(m_hasNews || size<ArraySize(m_rows));
   ArrayResize(m_rows,size,64);
  }
//+------------------------------------------------------------------+
//| The selected order                                               |
//+------------------------------------------------------------------+
void COrderBook::Read(const ulong ticket,SWaitingRow &row)
  {
   row.ticket=ticket;
   row.type=OrderGetInteger(ORDER_TYPE);
   row.lots=OrderGetDouble(ORDER_VOLUME_CURRENT);
   row.price=OrderGetDouble(ORDER_PRICE_OPEN);
   row.stop=OrderGetDouble(ORDER_SL);
   row.target=OrderGetDouble(ORDER_TP);
   row.untilS=UntilS();
   row.text="";
  }
//+------------------------------------------------------------------+
//| The server's time at which the selected order ends, 0 for never  |
//+------------------------------------------------------------------+
long COrderBook::UntilS()
  {
   switch((ENUM_ORDER_TYPE_TIME)OrderGetInteger(ORDER_TYPE_TIME))
     {
      case ORDER_TIME_SPECIFIED:
         return(OrderGetInteger(ORDER_TIME_EXPIRATION));
      case ORDER_TIME_SPECIFIED_DAY:
         return(EndOfDay(OrderGetInteger(ORDER_TIME_EXPIRATION)));
      case ORDER_TIME_DAY:
         return(EndOfDay(OrderGetInteger(ORDER_TIME_SETUP)));
      default:
         return(0);
     }
  }
//+------------------------------------------------------------------+
bool COrderBook::IsSame(const SWaitingRow &left,const SWaitingRow &right)
  {
   return(left.ticket==right.ticket && left.type==right.type && left.lots==right.lots && left.price==right.price
          && left.stop==right.stop && left.target==right.target && left.untilS==right.untilS);
  }
//+------------------------------------------------------------------+
string COrderBook::WayOf(const long type)
  {
   if(type==ORDER_TYPE_BUY_LIMIT || type==ORDER_TYPE_SELL_LIMIT)
      return("limit");
   return(type==ORDER_TYPE_BUY_STOP || type==ORDER_TYPE_SELL_STOP ? "stop" : "stopLimit");
  }
//+------------------------------------------------------------------+
string COrderBook::Write(const SWaitingRow &row)
  {
   string symbol=OrderGetString(ORDER_SYMBOL);
   int digits=(int)SymbolInfoInteger(symbol,SYMBOL_DIGITS);
   long magic=OrderGetInteger(ORDER_MAGIC);
   string id=m_desk.IdOf(magic);
   CJsonWriter writer;
   writer.ObjectBegin();
   writer.Text("order",CDecimal::Ticket(row.ticket));
   writer.Text("symbol",symbol);
   writer.Text("side",CDeskParts::IsBuyingType(row.type) ? "buy" : "sell");
   writer.Text("at",WayOf(row.type));
   writer.Text("lots",CDecimal::Lots(row.lots,SymbolInfoDouble(symbol,SYMBOL_VOLUME_STEP)));
   writer.Text("price",CDecimal::Price(row.price,digits));
   WritePrice(writer,"stop",row.stop,digits);
   WritePrice(writer,"target",row.target,digits);
   if(row.untilS>0)
      writer.Integer("untilMs",m_time.UtcFromServer(row.untilS*1000));
   else
      writer.Null("untilMs");
   writer.Integer("magic",m_desk.WireMagic(magic));
   if(id=="")
      writer.Null("id");
   else
      writer.Text("id",id);
   writer.ObjectEnd();
   return(writer.Done());
  }
//+------------------------------------------------------------------+
void COrderBook::WritePrice(CJsonWriter &writer,const string name,const double price,const int digits)
  {
   if(price>0.0)
      writer.Text(name,CDecimal::Price(price,digits));
   else
      writer.Null(name);
  }
//+------------------------------------------------------------------+
string COrderBook::Body(void) const
  {
   string text="{\"orders\":[";
   for(int i=0; i<ArraySize(m_rows); i++)
     {
      if(i>0)
         StringAdd(text,",");
      StringAdd(text,m_rows[i].text);
     }
   StringAdd(text,"]}");
   return(text);
  }

#endif
//+------------------------------------------------------------------+
