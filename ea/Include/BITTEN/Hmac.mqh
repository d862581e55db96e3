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
//--- Memory that a key keeps for the messages it signs
#define HMAC_KEPT             65536

//+------------------------------------------------------------------+
bool Sha256(const uchar &data[],uchar &digest[])
  {
   uchar noKey[];
   return(CryptEncode(CRYPT_HASH_SHA256,data,noKey,digest)==SHA256_BYTES);
  }
//+------------------------------------------------------------------+
//| HMAC under one key, of a text in two parts. Both passes keep the |
//| key's block at the front of their memory: a message that is      |
//| signed is copied once, and nothing is allocated for it           |
//+------------------------------------------------------------------+
class CHmac
  {
private:
   uchar             m_inner[];     // key XOR 36h, then the text
   uchar             m_outer[];     // key XOR 5Ch, then the digest of the inner pass
   uchar             m_digest[];

   static bool       PutKey(const uchar &key[],const uchar pad,uchar &block[],const int kept);

public:
   //--- key: at most 64 bytes; all keys of the protocol have 32
   bool              Begin(const uchar &key[]);
   void              Forget();
   //--- False without a key, or when there is no memory
   bool              Sign(const uchar &first[],const uchar &second[],uchar &digest[]);
  };
//+------------------------------------------------------------------+
bool CHmac::PutKey(const uchar &key[],const uchar pad,uchar &block[],const int kept)
  {
   if(ArrayResize(block,SHA256_BLOCK,kept)!=SHA256_BLOCK)
      return(false);
   for(int i=0; i<SHA256_BLOCK; i++)
      block[i]=(uchar)((i<ArraySize(key) ? key[i] : 0)^pad);
   return(true);
  }
//+------------------------------------------------------------------+
bool CHmac::Begin(const uchar &key[])
  {
   Forget();
   return(ArraySize(key)<=SHA256_BLOCK && PutKey(key,0x36,m_inner,HMAC_KEPT) && PutKey(key,0x5C,m_outer,SHA256_BYTES));
  }
//+------------------------------------------------------------------+
void CHmac::Forget()
  {
   ArrayFree(m_inner);
   ArrayFree(m_outer);
  }
//+------------------------------------------------------------------+
bool CHmac::Sign(const uchar &first[],const uchar &second[],uchar &digest[])
  {
   int head=SHA256_BLOCK+ArraySize(first);
   int size=head+ArraySize(second);
   int both=SHA256_BLOCK+SHA256_BYTES;
   if(ArraySize(m_outer)<SHA256_BLOCK || ArrayResize(m_inner,size,HMAC_KEPT)!=size || ArrayResize(m_outer,both)!=both)
      return(false);
   if(head>SHA256_BLOCK)
      ArrayCopy(m_inner,first,SHA256_BLOCK);
   if(size>head)
      ArrayCopy(m_inner,second,head);
   if(!Sha256(m_inner,m_digest))
      return(false);
   ArrayCopy(m_outer,m_digest,SHA256_BLOCK);
   return(Sha256(m_outer,digest));
  }
//+------------------------------------------------------------------+
//| For a text now and then                                          |
//+------------------------------------------------------------------+
bool HmacSha256(const uchar &key[],const uchar &data[],uchar &digest[])
  {
   CHmac hmac;
   uchar nothing[];
   return(hmac.Begin(key) && hmac.Sign(data,nothing,digest));
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
