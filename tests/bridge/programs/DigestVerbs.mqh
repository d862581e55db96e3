//+------------------------------------------------------------------+
//| DigestVerbs.mqh                                                  |
//| `sha HEX`, `hmac KEY HEX`, `same HEX HEX`, `key TEXT…`.          |
//+------------------------------------------------------------------+
#include <BITTEN/PairingKey.mqh>
#include "Words.mqh"

string KeyAnswer(const string &words[])
  {
   CPairingKey key;
   uchar bytes[];
   string typed="";
   for(int i=1; i<ArraySize(words); i++)
      typed+=(i>1 ? " " : "")+words[i];
   bool isRead=key.Read(typed);
   key.CopyTo(bytes);
   return(isRead && key.IsKnown() ? BytesHex(bytes) : "refused: "+key.Error());
  }

string DigestAnswer(const string &words[])
  {
   uchar first[],second[],digest[];
   if(words[0]=="key")
      return(KeyAnswer(words));
   HexBytes(Word(words,1),first);
   HexBytes(Word(words,2),second);
   if(words[0]=="same")
      return(SameBytes(first,second) ? "true" : "false");
   bool isDone=(words[0]=="sha") ? Sha256(first,digest) : HmacSha256(first,second,digest);
   return(isDone ? BytesHex(digest) : "failed");
  }
//+------------------------------------------------------------------+
