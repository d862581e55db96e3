//+------------------------------------------------------------------+
//| PairingKey.mqh                                                   |
//| The secret that the app and this terminal share, as a person     |
//| copies it: 55 characters of Base32, the last of which check the  |
//| others, so that a slip is told here and not as a "wrong key".    |
//+------------------------------------------------------------------+
#ifndef BITTEN_PAIRING_KEY_MQH
#define BITTEN_PAIRING_KEY_MQH

#include "Hmac.mqh"

#define PAIRING_KEY_BYTES     32
#define PAIRING_CHECK_BYTES   2
#define PAIRING_CHARACTERS    55
#define PAIRING_KEY_FILE      "BITTEN\\pairing.key"
#define PAIRING_LONGEST_FILE  512
#define BASE32_ALPHABET       "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

class CPairingKey
  {
private:
   uchar             m_key[];
   string            m_error;

   static string     Cleaned(const string typed);
   bool              Decode(const string text,uchar &bytes[]);
   bool              Refuse(const string why);

public:
                     CPairingKey() : m_error("no pairing key was read") {}
   //--- Blanks, dashes and case do not matter; O is read as 0, I and L as 1
   bool              Read(const string typed);
   bool              IsKnown() const { return(ArraySize(m_key)==PAIRING_KEY_BYTES); }
   string            Error() const { return(m_error); }
   void              CopyTo(uchar &key[]) const;
   //--- What `bitten ea install` has written for every EA of this terminal; "" when there is nothing
   static string     Installed();
  };
//+------------------------------------------------------------------+
bool CPairingKey::Refuse(const string why)
  {
   ArrayFree(m_key);
   m_error=why+": copy the pairing key from BITTEN again";
   return(false);
  }
//+------------------------------------------------------------------+
string CPairingKey::Cleaned(const string typed)
  {
   string text=typed;
   StringToUpper(text);
   string clean="";
   for(int i=0; i<StringLen(text); i++)
     {
      ushort unit=StringGetCharacter(text,i);
      if(unit==' ' || unit=='\t' || unit=='\r' || unit=='\n' || unit==0xA0 || unit=='-')
         continue;
      if(unit=='O')
         unit='0';
      if(unit=='I' || unit=='L')
         unit='1';
      StringAdd(clean,ShortToString(unit));
     }
   return(clean);
  }
//+------------------------------------------------------------------+
//| Five bits a character, the most significant first. The bits that |
//| fill the last character up must be zero                          |
//+------------------------------------------------------------------+
bool CPairingKey::Decode(const string text,uchar &bytes[])
  {
   string alphabet=BASE32_ALPHABET;
   uint value=0;
   int bits=0;
   int count=0;
   ArrayResize(bytes,PAIRING_KEY_BYTES+PAIRING_CHECK_BYTES);
   for(int i=0; i<PAIRING_CHARACTERS; i++)
     {
      string character=StringSubstr(text,i,1);
      int digit=StringFind(alphabet,character);
      if(digit<0)
         return(Refuse("'"+character+"' does not belong into a pairing key"));
      value=((value<<5)|(uint)digit)&0x1FFF;
      bits+=5;
      if(bits<8)
         continue;
      bits-=8;
      bytes[count++]=(uchar)((value>>bits)&0xFF);
     }
   if((value&((1<<bits)-1))!=0)
      return(Refuse("the pairing key has a typing mistake at its end"));
   return(true);
  }
//+------------------------------------------------------------------+
bool CPairingKey::Read(const string typed)
  {
   uchar bytes[],digest[];
   string text=Cleaned(typed);
   if(StringLen(text)!=PAIRING_CHARACTERS)
      return(Refuse("a pairing key has "+IntegerToString(PAIRING_CHARACTERS)+" characters, this one has "+
                    IntegerToString(StringLen(text))));
   if(!Decode(text,bytes))
      return(false);
   ArrayResize(m_key,PAIRING_KEY_BYTES);
   ArrayCopy(m_key,bytes,0,0,PAIRING_KEY_BYTES);
   if(!Sha256(m_key,digest))
      return(Refuse("the terminal cannot compute SHA-256, error "+IntegerToString(GetLastError())));
   if(digest[0]!=bytes[PAIRING_KEY_BYTES] || digest[1]!=bytes[PAIRING_KEY_BYTES+1])
      return(Refuse("the pairing key has a typing mistake"));
   m_error="";
   return(true);
  }
//+------------------------------------------------------------------+
void CPairingKey::CopyTo(uchar &key[]) const
  {
   CopyArray(key,m_key);
  }

//+------------------------------------------------------------------+
string CPairingKey::Installed()
  {
   if(!FileIsExist(PAIRING_KEY_FILE))
      return("");
   int file=FileOpen(PAIRING_KEY_FILE,FILE_READ|FILE_BIN|FILE_SHARE_READ);
   if(file==INVALID_HANDLE)
      return("");
   uchar bytes[];
   uint count=(FileSize(file)<=PAIRING_LONGEST_FILE) ? FileReadArray(file,bytes) : 0;
   FileClose(file);
   return(count==0 ? "" : CharArrayToString(bytes,0,(int)count,CP_UTF8));
  }

#endif
//+------------------------------------------------------------------+
