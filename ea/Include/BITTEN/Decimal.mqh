//+------------------------------------------------------------------+
//| Decimal.mqh                                                      |
//| Prices, lots, money and tickets as the wire writes them, and as  |
//| the terminal counts them. A text that is not exactly such a      |
//| number is refused: nothing is rounded on the way to an order.    |
//+------------------------------------------------------------------+
#ifndef BITTEN_DECIMAL_MQH
#define BITTEN_DECIMAL_MQH

#define DECIMAL_MOST_DECIMALS 8

class CDecimal
  {
private:
   static bool       AreDigits(const string text,const int from,const int count);

public:
   //--- Digits, optionally a point and 1 to 8 more; at most `wholes` before the point
   static bool       Read(const string text,const int wholes,double &value,int &decimals);
   static bool       ReadPrice(const string text,double &price,int &decimals);
   static bool       ReadLots(const string text,double &lots);
   static bool       ReadTicket(const string text,ulong &ticket);
   static string     Price(const double price,const int digits);
   static string     Lots(const double lots,const double step);
   static string     Money(const double money);
   static string     Ticket(const ulong ticket);
   //--- A whole number of steps, within what a double can hold
   static bool       IsWhole(const double value,const double step);
   static double     Floor(const double value,const double step);
   static int        DecimalsOf(const double step);
  };
//+------------------------------------------------------------------+
bool CDecimal::AreDigits(const string text,const int from,const int count)
  {
   for(int i=from; i<from+count; i++)
     {
      ushort unit=StringGetCharacter(text,i);
      if(unit<'0' || unit>'9')
         return(false);
     }
   return(count>0);
  }
//+------------------------------------------------------------------+
bool CDecimal::Read(const string text,const int wholes,double &value,int &decimals)
  {
   value=0.0;
   decimals=0;
   int length=StringLen(text);
   int point=StringFind(text,".");
   int before=(point<0) ? length : point;
   if(before>wholes || !AreDigits(text,0,before))
      return(false);
   if(point>=0)
     {
      decimals=length-point-1;
      if(decimals>DECIMAL_MOST_DECIMALS || !AreDigits(text,point+1,decimals))
         return(false);
     }
   value=StringToDouble(text);
   return(true);
  }
//+------------------------------------------------------------------+
bool CDecimal::ReadPrice(const string text,double &price,int &decimals)
  {
   return(Read(text,9,price,decimals));
  }
//+------------------------------------------------------------------+
bool CDecimal::ReadLots(const string text,double &lots)
  {
   int decimals=0;
   return(Read(text,7,lots,decimals));
  }
//+------------------------------------------------------------------+
//| 19 digits always fit; no broker has counted further              |
//+------------------------------------------------------------------+
bool CDecimal::ReadTicket(const string text,ulong &ticket)
  {
   ticket=0;
   int length=StringLen(text);
   if(length>19 || !AreDigits(text,0,length) || StringGetCharacter(text,0)=='0')
      return(false);
   for(int i=0; i<length; i++)
      ticket=10*ticket+(ulong)(StringGetCharacter(text,i)-'0');
   return(ticket<=(ulong)LONG_MAX);
  }
//+------------------------------------------------------------------+
string CDecimal::Price(const double price,const int digits)
  {
   return(DoubleToString(NormalizeDouble(price,digits),digits));
  }
//+------------------------------------------------------------------+
string CDecimal::Lots(const double lots,const double step)
  {
   //--- Of a symbol that the terminal does not have any more: hundredths
   return(DoubleToString(lots,step>0.0 ? DecimalsOf(step) : 2));
  }
//+------------------------------------------------------------------+
//| Cents; what rounds to nothing is written without a sign          |
//+------------------------------------------------------------------+
string CDecimal::Money(const double money)
  {
   string text=DoubleToString(money,2);
   return(text=="-0.00" ? "0.00" : text);
  }
//+------------------------------------------------------------------+
string CDecimal::Ticket(const ulong ticket)
  {
   return(IntegerToString((long)ticket));
  }
//+------------------------------------------------------------------+
bool CDecimal::IsWhole(const double value,const double step)
  {
   if(step<=0.0)
      return(false);
   double steps=value/step;
   return(MathAbs(steps-MathRound(steps))<1e-6);
  }
//+------------------------------------------------------------------+
double CDecimal::Floor(const double value,const double step)
  {
   if(step<=0.0)
      return(0.0);
   return(NormalizeDouble(step*MathFloor(value/step+1e-6),DECIMAL_MOST_DECIMALS));
  }
//+------------------------------------------------------------------+
//| As many decimals as the step needs: 0.01 has two, 1 has none     |
//+------------------------------------------------------------------+
int CDecimal::DecimalsOf(const double step)
  {
   int decimals=0;
   double shifted=step;
   while(decimals<DECIMAL_MOST_DECIMALS && MathAbs(shifted-MathRound(shifted))>1e-6)
     {
      decimals++;
      shifted=shifted*10.0;
     }
   return(decimals);
  }

#endif
//+------------------------------------------------------------------+
