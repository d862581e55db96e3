//+------------------------------------------------------------------+
//| Tickets.mqh                                                      |
//| Deals that have been told, in the order of their tickets, and    |
//| when they were done: each is told once.                          |
//+------------------------------------------------------------------+
#ifndef BITTEN_TICKETS_MQH
#define BITTEN_TICKETS_MQH

struct STicket
  {
   ulong             ticket;
   long              serverMs;
  };

class CTickets
  {
private:
   STicket           m_tickets[];
   int               m_count;
   long              m_latestMs;

   int               PlaceOf(const ulong ticket) const;

public:
                     CTickets() : m_count(0),m_latestMs(0) {}
   void              Clear();
   int               Count() const { return(m_count); }
   ulong             Ticket(const int index) const { return(m_tickets[index].ticket); }
   long              ServerMs(const int index) const { return(m_tickets[index].serverMs); }
   long              LatestMs() const { return(m_latestMs); }
   bool              Has(const ulong ticket) const;
   void              Add(const ulong ticket,const long serverMs);
  };
//+------------------------------------------------------------------+
void CTickets::Clear()
  {
   ArrayResize(m_tickets,0);
   m_count=0;
   m_latestMs=0;
  }
//+------------------------------------------------------------------+
//| First place whose ticket is not lower                            |
//+------------------------------------------------------------------+
int CTickets::PlaceOf(const ulong ticket) const
  {
   int low=0;
   int high=m_count;
   while(low<high)
     {
      int middle=(low+high)/2;
      if(m_tickets[middle].ticket<ticket)
         low=middle+1;
      else
         high=middle;
     }
   return(low);
  }
//+------------------------------------------------------------------+
bool CTickets::Has(const ulong ticket) const
  {
   int place=PlaceOf(ticket);
   return(place<m_count && m_tickets[place].ticket==ticket);
  }
//+------------------------------------------------------------------+
void CTickets::Add(const ulong ticket,const long serverMs)
  {
   int place=PlaceOf(ticket);
   if(place<m_count && m_tickets[place].ticket==ticket)
      return;
   ArrayResize(m_tickets,m_count+1,4096);
   for(int i=m_count; i>place; i--)
      m_tickets[i]=m_tickets[i-1];
   m_tickets[place].ticket=ticket;
   m_tickets[place].serverMs=serverMs;
   m_count++;
   if(serverMs>m_latestMs)
      m_latestMs=serverMs;
  }

#endif
//+------------------------------------------------------------------+
