//+------------------------------------------------------------------+
//| Chance.mqh                                                       |
//| Numbers that nobody else has: nonces, ids, jitter. MathRand has  |
//| 32,768 beginnings, so everything that differs between two        |
//| terminals and two moments is stirred with SHA-256 instead. None  |
//| of it is a secret: the pairing key alone is one.                 |
//+------------------------------------------------------------------+
#ifndef BITTEN_CHANCE_MQH
#define BITTEN_CHANCE_MQH

#include "Hmac.mqh"

class CChance
  {
private:
   uchar             m_pool[];
   long              m_drawn;

   void              Stir();

public:
                     CChance() : m_drawn(0) {}
   //--- So many hexadecimal digits, at most 64; "" when there is no SHA-256
   string            Hex(const int digits);
   //--- 0 … below, which is at most 65,536
   int               Below(const int below);
  };
//+------------------------------------------------------------------+
void CChance::Stir()
  {
   uchar seed[],more[],digest[];
   m_drawn++;
   string differences=StringFormat("%I64u|%I64u|%I64d|%I64d|%I64d|%d|",GetMicrosecondCount(),GetTickCount64(),
                                   (long)TimeLocal(),m_drawn,ChartID(),MathRand());
   Utf8Bytes(differences+TerminalInfoString(TERMINAL_DATA_PATH)+IntegerToString(AccountInfoInteger(ACCOUNT_LOGIN)),more);
   CopyArray(seed,m_pool);
   AppendArray(seed,more);
   if(Sha256(seed,digest))
      CopyArray(m_pool,digest);
   else
      ArrayFree(m_pool);
  }
//+------------------------------------------------------------------+
string CChance::Hex(const int digits)
  {
   Stir();
   string hex=HexOf(m_pool);
   return(StringLen(hex)<digits ? "" : StringSubstr(hex,0,digits));
  }
//+------------------------------------------------------------------+
int CChance::Below(const int below)
  {
   Stir();
   if(ArraySize(m_pool)<2 || below<1)
      return(0);
   return((m_pool[0]*256+m_pool[1])%below);
  }

#endif
//+------------------------------------------------------------------+
