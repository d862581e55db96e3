//+------------------------------------------------------------------+
//| Family.mqh                                                       |
//| The magic numbers of BITTEN: 777001 followed by nine digits that |
//| come from the id of the command. By it a position, an order and  |
//| a deal are found again when everything else was lost: comments   |
//| are rewritten by brokers, magic numbers are not.                 |
//+------------------------------------------------------------------+
#ifndef BITTEN_FAMILY_MQH
#define BITTEN_FAMILY_MQH

#define FAMILY_OF_THE_WIRE    777001
#define FAMILY_NUMBERS        1000000000
#define FAMILY_LEAST          1000
#define FAMILY_MOST           9000000
//--- The largest integer that JSON carries exactly
#define FAMILY_LARGEST_TOLD   9007199254740991
#define FAMILY_ALPHABET       "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

class CFamily
  {
private:
   long              m_family;

public:
                     CFamily() : m_family(FAMILY_OF_THE_WIRE) {}
   //--- 1,000 to 9,000,000: the whole number must be one that JSON can carry, and no small number of somebody else's
   bool              Use(const long family);
   bool              IsOurs(const long magic) const;
   //--- The number that a command of this id trades under
   long              MagicOf(const string id) const;
   //--- What the app is told: 777001 for ours; 0 for a stranger's that would pass for ours or that JSON cannot carry
   long              OnTheWire(const long magic) const;
   static bool       IsId(const string text);
   //--- UTC milliseconds at which the id was made
   static long       MadeAt(const string id);
  };
//+------------------------------------------------------------------+
bool CFamily::Use(const long family)
  {
   if(family<FAMILY_LEAST || family>FAMILY_MOST)
      return(false);
   m_family=family;
   return(true);
  }
//+------------------------------------------------------------------+
//| The bare number is the predecessor's, and BITTEN's as well       |
//+------------------------------------------------------------------+
bool CFamily::IsOurs(const long magic) const
  {
   return(magic==m_family || magic/FAMILY_NUMBERS==m_family);
  }
//+------------------------------------------------------------------+
//| The last six characters are 30 bits of chance                    |
//+------------------------------------------------------------------+
long CFamily::MagicOf(const string id) const
  {
   long bits=0;
   for(int i=20; i<26; i++)
      bits=32*bits+StringFind(FAMILY_ALPHABET,StringSubstr(id,i,1));
   return(m_family*FAMILY_NUMBERS+bits%FAMILY_NUMBERS);
  }
//+------------------------------------------------------------------+
long CFamily::OnTheWire(const long magic) const
  {
   if(IsOurs(magic))
      return(FAMILY_OF_THE_WIRE);
   bool isTellable=(magic!=FAMILY_OF_THE_WIRE && magic<=FAMILY_LARGEST_TOLD && magic>=-FAMILY_LARGEST_TOLD);
   return(isTellable ? magic : 0);
  }
//+------------------------------------------------------------------+
bool CFamily::IsId(const string text)
  {
   if(StringLen(text)!=26)
      return(false);
   for(int i=0; i<26; i++)
      if(StringFind(FAMILY_ALPHABET,StringSubstr(text,i,1))<0)
         return(false);
   return(true);
  }
//+------------------------------------------------------------------+
long CFamily::MadeAt(const string id)
  {
   long ms=0;
   for(int i=0; i<10; i++)
      ms=32*ms+StringFind(FAMILY_ALPHABET,StringSubstr(id,i,1));
   return(ms);
  }

#endif
//+------------------------------------------------------------------+
