//+------------------------------------------------------------------+
//| SignedFile.mqh                                                   |
//| One file of the file road (docs/protocol.md, section 8): two     |
//| lines, header and body, signed with the pairing key. Written     |
//| under another name and renamed, so that nobody reads half of it. |
//+------------------------------------------------------------------+
#ifndef BITTEN_SIGNED_FILE_MQH
#define BITTEN_SIGNED_FILE_MQH

#include "Hmac.mqh"
#include "JsonWriter.mqh"
#include "JsonReader.mqh"
#include "Protocol.mqh"

#define SIGNED_BODY_BYTES     524288
#define SIGNED_HEADER_BYTES   512
#define SIGNED_MAC_BYTES      16
#define SIGNED_DEPTH          3

enum ENUM_READ
  {
   READ_ABSENT,
   READ_PART,       // not whole, or not to be opened yet
   READ_WRONG,      // Error() says why
   READ_WHOLE
  };

class CSignedFile
  {
private:
   uchar             m_key[];
   string            m_uuid;
   string            m_error;
   string            m_type;
   long              m_sentMs;
   uchar             m_bytes[];
   int               m_bodyAt;
   int               m_bodyEnd;

   ENUM_READ         Wrong(const string why);
   string            Mac(const string label,const string type,const long ms,const uchar &body[],const int from,const int count) const;
   bool              Load(const string name);
   ENUM_READ         Check(const string mac,CJsonReader &header);

public:
                     CSignedFile() : m_uuid(""),m_error(""),m_type(""),m_sentMs(0),m_bodyAt(0),m_bodyEnd(0) {}
   void              Open(const uchar &key[],const string uuid);
   string            Error() const { return(m_error); }
   //--- Of the file that was read last
   string            Type() const { return(m_type); }
   long              SentMs() const { return(m_sentMs); }
   bool              Body(CJsonReader &body) { return(body.Parse(m_bytes,m_bodyAt,m_bodyEnd-m_bodyAt,SIGNED_DEPTH)); }
   ENUM_READ         Read(const string name);
   bool              Write(const string name,const string type,const long ms,const string body);
   //--- Unsigned, in the same manner
   static bool       Put(const string name,const uchar &bytes[]);
  };
//+------------------------------------------------------------------+
void CSignedFile::Open(const uchar &key[],const string uuid)
  {
   CopyArray(m_key,key);
   m_uuid=uuid;
  }
//+------------------------------------------------------------------+
ENUM_READ CSignedFile::Wrong(const string why)
  {
   m_error=why;
   return(READ_WRONG);
  }
//+------------------------------------------------------------------+
//| "" when it cannot be computed                                    |
//+------------------------------------------------------------------+
string CSignedFile::Mac(const string label,const string type,const long ms,const uchar &body[],const int from,
                        const int count) const
  {
   uchar data[];
   uchar digest[];
   string head=label+IntegerToString(PROTOCOL_VERSION)+"|"+type+"|"+m_uuid+"|"+IntegerToString(ms)+"\n";
   Utf8Bytes(head,data);
   int size=ArraySize(data);
   if(ArrayResize(data,size+count)!=size+count || (count>0 && ArrayCopy(data,body,size,from,count)!=count))
      return("");
   if(!HmacSha256(m_key,data,digest))
      return("");
   return(StringSubstr(HexOf(digest),0,2*SIGNED_MAC_BYTES));
  }
//+------------------------------------------------------------------+
bool CSignedFile::Load(const string name)
  {
   ArrayResize(m_bytes,0);
   int handle=FileOpen(name,FILE_READ|FILE_BIN|FILE_SHARE_READ|FILE_SHARE_WRITE);
   if(handle==INVALID_HANDLE)
      return(false);
   int size=(int)FileSize(handle);
   bool isRead=(size>0 && size<=SIGNED_BODY_BYTES+SIGNED_HEADER_BYTES && (int)FileReadArray(handle,m_bytes,0,size)==size);
   FileClose(handle);
   return(isRead);
  }
//+------------------------------------------------------------------+
ENUM_READ CSignedFile::Read(const string name)
  {
   if(!FileIsExist(name))
      return(READ_ABSENT);
   if(!Load(name))
      return(READ_PART);
   int size=ArraySize(m_bytes);
   int headEnd=0;
   while(headEnd<size && m_bytes[headEnd]!='\n')
      headEnd++;
   if(headEnd>SIGNED_HEADER_BYTES)
      return(Wrong("its header is too long"));
   m_bodyAt=headEnd+1;
   m_bodyEnd=m_bodyAt;
   while(m_bodyEnd<size && m_bytes[m_bodyEnd]!='\n')
      m_bodyEnd++;
   if(headEnd>=size || m_bodyEnd>=size)
      return(READ_PART);
   if(m_bodyEnd!=size-1)
      return(Wrong("it has more than two lines"));
   CJsonReader header;
   string mac="";
   if(!header.Parse(m_bytes,0,headEnd,1) || !header.Text(header.Member(header.Root(),"mac"),mac))
      return(Wrong("its header cannot be read"));
   return(Check(mac,header));
  }
//+------------------------------------------------------------------+
ENUM_READ CSignedFile::Check(const string mac,CJsonReader &header)
  {
   long version=0;
   string uuid="";
   header.Integer(header.Member(header.Root(),"v"),version);
   header.Text(header.Member(header.Root(),"uuid"),uuid);
   if(version!=PROTOCOL_VERSION)
      return(Wrong("it is of another version of the protocol"));
   if(uuid!=m_uuid)
      return(Wrong("it is for another terminal"));
   if(!header.Text(header.Member(header.Root(),"t"),m_type) || !header.Integer(header.Member(header.Root(),"ms"),m_sentMs))
      return(Wrong("its header lacks a type or a time"));
   string expected=Mac("APP→EA FILE",m_type,m_sentMs,m_bytes,m_bodyAt,m_bodyEnd-m_bodyAt);
   if(expected=="" || !SameText(expected,mac))
      return(Wrong("its MAC is wrong"));
   return(READ_WHOLE);
  }
//+------------------------------------------------------------------+
bool CSignedFile::Put(const string name,const uchar &bytes[])
  {
   string fresh=name+".tmp";
   int handle=FileOpen(fresh,FILE_WRITE|FILE_BIN);
   if(handle==INVALID_HANDLE)
      return(false);
   int count=ArraySize(bytes);
   ResetLastError();
   bool isWritten=((int)FileWriteArray(handle,bytes,0,count)==count);
   FileFlush(handle);
   isWritten=(isWritten && GetLastError()==ERR_SUCCESS && FileSize(handle)==(ulong)count);
   FileClose(handle);
   return(isWritten && FileMove(fresh,0,name,FILE_REWRITE));
  }
//+------------------------------------------------------------------+
bool CSignedFile::Write(const string name,const string type,const long ms,const string body)
  {
   uchar bytes[];
   uchar text[];
   Utf8Bytes(body,text);
   string mac=Mac("EA→APP FILE",type,ms,text,0,ArraySize(text));
   if(mac=="")
      return(false);
   CJsonWriter header;
   header.ObjectBegin();
   header.Integer("v",PROTOCOL_VERSION);
   header.Text("t",type);
   header.Text("uuid",m_uuid);
   header.Integer("ms",ms);
   header.Text("mac",mac);
   header.ObjectEnd();
   Utf8Bytes(header.Done()+"\n"+body+"\n",bytes);
   return(Put(name,bytes));
  }

#endif
//+------------------------------------------------------------------+
