//+------------------------------------------------------------------+
//| PositionBook.mqh                                                 |
//| All open positions, with the text of each: a list of hundreds is |
//| put together of what is there already, since most of it is as it |
//| was told before.                                                 |
//+------------------------------------------------------------------+
#ifndef BITTEN_POSITION_BOOK_MQH
#define BITTEN_POSITION_BOOK_MQH

#include "PositionRow.mqh"
#include "Protocol.mqh"

//--- Characters beside the rows
#define BOOK_FRAME           64

class CPositionBook
  {
private:
   IMarketTime      *m_time;
   COrderDesk       *m_desk;
   CPositionRow     *m_rows[];      // in the terminal's order
   ENUM_ROW_NEWS     m_news;        // since the list was told
   int               m_anew;
   int               m_length;

   CPositionRow     *Place(const int at,const ulong ticket);
   void              Cut(const int size);
   void              Add(const ENUM_ROW_NEWS news) { m_news=(news>m_news) ? news : m_news; }

public:
                     CPositionBook(void) : m_time(NULL),m_desk(NULL),m_news(ROW_SAME),m_anew(0),m_length(0) {}
                    ~CPositionBook(void) { Cut(0); }
   void              Bind(IMarketTime *time,COrderDesk *desk);
   //--- Reads the terminal's list. Each time one row is made anew, with isAnew all of them
   void              Look(const bool isAnew);
   ENUM_ROW_NEWS     News(void) const { return(m_news); }
   void              Told(void) { m_news=ROW_SAME; }
   //--- The body of `positions`
   string            Body(void);
  };
//+------------------------------------------------------------------+
void CPositionBook::Bind(IMarketTime *time,COrderDesk *desk)
  {
   m_time=time;
   m_desk=desk;
  }
//+------------------------------------------------------------------+
void CPositionBook::Look(const bool isAnew)
  {
   int total=(int)MathMin(LIMIT_POSITIONS,PositionsTotal());
   int size=0;
   m_anew=(m_anew+1<total) ? m_anew+1 : 0;
   for(int i=0; i<total; i++)
     {
      ulong ticket=PositionGetTicket(i);
      if(ticket==0)
         continue;
      CPositionRow *row=Place(size,ticket);
      Add(row.Look(m_time,m_desk,isAnew || i==m_anew));
      size++;
     }
   if(size<ArraySize(m_rows))
      Add(ROW_DONE);
   Cut(size);
  }
//+------------------------------------------------------------------+
//| The row of a ticket, brought to its place. Behind it are those   |
//| that were not seen yet                                           |
//+------------------------------------------------------------------+
CPositionRow *CPositionBook::Place(const int at,const ulong ticket)
  {
   int size=ArraySize(m_rows);
   int found=at;
   while(found<size && m_rows[found].Ticket()!=ticket)
      found++;
   if(found==size)
     {
      ArrayResize(m_rows,size+1,LIMIT_POSITIONS);
      m_rows[size]=new CPositionRow(ticket);
     }
   CPositionRow *row=m_rows[found];
   m_rows[found]=m_rows[at];
   m_rows[at]=row;
   return(row);
  }
//+------------------------------------------------------------------+
void CPositionBook::Cut(const int size)
  {
   for(int i=size; i<ArraySize(m_rows); i++)
      delete m_rows[i];
   ArrayResize(m_rows,size,LIMIT_POSITIONS);
  }
//+------------------------------------------------------------------+
string CPositionBook::Body(void)
  {
   string text="";
   StringReserve(text,(uint)(m_length+m_length/8+BOOK_FRAME));
   StringAdd(text,"{\"positions\":[");
   for(int i=0; i<ArraySize(m_rows); i++)
     {
      if(i>0)
         StringAdd(text,",");
      m_rows[i].AddTo(text);
     }
   StringAdd(text,"]}");
   m_length=StringLen(text);
   return(text);
  }

#endif
//+------------------------------------------------------------------+
