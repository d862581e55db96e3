//+------------------------------------------------------------------+
//| Hmac.mqh                                                         |
//| SHA-256 by the terminal's own CryptEncode, and HMAC (RFC 2104)   |
//| upon it. A failure is a failure: nobody goes on without a digest.|
//+------------------------------------------------------------------+
#ifndef BITTEN_HMAC_MQH
#define BITTEN_HMAC_MQH

#include "Bytes.mqh"

#define SHA256_BYTES          32
#define SHA256_BLOCK          64

//+------------------------------------------------------------------+
bool Sha256(const uchar &data[],uchar &digest[])
  {
   uchar noKey[];
   return(CryptEncode(CRYPT_HASH_SHA256,data,noKey,digest)==SHA256_BYTES);
  }
//+------------------------------------------------------------------+
//| One of the two passes: SHA-256(key XOR pad, then data)           |
//+------------------------------------------------------------------+
bool HmacPass(const uchar &key[],const uchar pad,const uchar &data[],uchar &digest[])
  {
   uchar block[];
   int size=ArraySize(data);
   if(ArrayResize(block,SHA256_BLOCK+size)!=SHA256_BLOCK+size)
      return(false);
   for(int i=0; i<SHA256_BLOCK; i++)
      block[i]=(uchar)((i<ArraySize(key) ? key[i] : 0)^pad);
   if(size>0 && ArrayCopy(block,data,SHA256_BLOCK,0,size)!=size)
      return(false);
   return(Sha256(block,digest));
  }
//+------------------------------------------------------------------+
//| key: at most 64 bytes; all keys of the protocol have 32          |
//+------------------------------------------------------------------+
bool HmacSha256(const uchar &key[],const uchar &data[],uchar &digest[])
  {
   uchar inner[];
   if(ArraySize(key)>SHA256_BLOCK)
      return(false);
   return(HmacPass(key,0x36,data,inner) && HmacPass(key,0x5C,inner,digest));
  }
//+------------------------------------------------------------------+
//| In a time that does not tell where the first difference is       |
//+------------------------------------------------------------------+
bool SameBytes(const uchar &left[],const uchar &right[])
  {
   if(ArraySize(left)!=ArraySize(right))
      return(false);
   int differences=0;
   for(int i=0; i<ArraySize(left); i++)
      differences|=left[i]^right[i];
   return(differences==0);
  }
//+------------------------------------------------------------------+
bool SameText(const string left,const string right)
  {
   uchar first[],second[];
   Utf8Bytes(left,first);
   Utf8Bytes(right,second);
   return(SameBytes(first,second));
  }

#endif
//+------------------------------------------------------------------+
