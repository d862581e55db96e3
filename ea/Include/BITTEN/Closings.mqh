//+------------------------------------------------------------------+
//| Closings.mqh                                                     |
//| Closes that were executed, or may have been, and that the list   |
//| of positions does not show yet. Where positions are netted a     |
//| second close would open the opposite.                            |
//+------------------------------------------------------------------+
#ifndef BITTEN_CLOSINGS_MQH
#define BITTEN_CLOSINGS_MQH

struct SClosing
  {
   ulong             ticket;
   double            lots;       // of the position before it
   ulong             untilMs;    // steady: then it must have been seen
  };

class CClosings
  {
private:
   SClosing          m_all[];

public:
   void              Note(const ulong ticket,const double lots,const ulong untilMs);
   //--- One of the selected position
   bool              HasSelected(const ulong nowMs);
  };
//+------------------------------------------------------------------+
void CClosings::Note(const ulong ticket,const double lots,const ulong untilMs)
  {
   int count=ArraySize(m_all);
   ArrayResize(m_all,count+1,64);
   m_all[count].ticket=ticket;
   m_all[count].lots=lots;
   m_all[count].untilMs=untilMs;
  }
//+------------------------------------------------------------------+
//| Other lots than before it: it is seen                            |
//+------------------------------------------------------------------+
bool CClosings::HasSelected(const ulong nowMs)
  {
   ulong ticket=(ulong)PositionGetInteger(POSITION_TICKET);
   double lots=PositionGetDouble(POSITION_VOLUME);
   bool isClosing=false;
   for(int i=ArraySize(m_all)-1; i>=0; i--)
     {
      bool isOver=(nowMs>=m_all[i].untilMs);
      bool isSame=(m_all[i].ticket==ticket);
      if(isSame && !isOver && MathAbs(m_all[i].lots-lots)<1e-9)
         isClosing=true;
      else
         if(isOver || isSame)
            ArrayRemove(m_all,(uint)i,1);
     }
   return(isClosing);
  }

#endif
//+------------------------------------------------------------------+
