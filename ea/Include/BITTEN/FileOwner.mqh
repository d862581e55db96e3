//+------------------------------------------------------------------+
//| FileOwner.mqh                                                    |
//| Who owns the folder of the file road: whoever rewrites lock.txt  |
//| every second. Two terminals with one uuid would answer the same  |
//| command twice. Whether somebody else does is seen by watching the|
//| file for a while; no clocks are compared.                        |
//+------------------------------------------------------------------+
#ifndef BITTEN_FILE_OWNER_MQH
#define BITTEN_FILE_OWNER_MQH

#include "SignedFile.mqh"

#define OWNER_RENEW_MS  1000
#define OWNER_WATCH_MS  5000

class CFileOwner
  {
private:
   string            m_name;
   string            m_folder;
   string            m_uuid;
   string            m_mark;        // what our lock.txt says
   string            m_reason;
   bool              m_isOurs;
   ulong             m_nextAt;
   ulong             m_quietSince;
   string            m_seen;        // of a stranger's: text and time of change

   string            Seen() const;
   bool              Renew(const ulong nowMs);

public:
                     CFileOwner() : m_name(""),m_reason("not started"),m_isOurs(false),m_nextAt(0),m_quietSince(0),m_seen("") {}
   void              Begin(const string folder,const string uuid,const string chance);
   string            Reason() const { return(m_reason); }
   //--- True while the folder is ours
   bool              Poll(const ulong nowMs);
   void              Close();
  };
//+------------------------------------------------------------------+
void CFileOwner::Begin(const string folder,const string uuid,const string chance)
  {
   m_folder=folder;
   m_uuid=uuid;
   m_name=folder+"lock.txt";
   m_mark=uuid+" "+chance+"\n";
   m_reason="looking whether another terminal owns the folder";
  }
//+------------------------------------------------------------------+
string CFileOwner::Seen() const
  {
   if(!FileIsExist(m_name))
      return("");
   int handle=FileOpen(m_name,FILE_READ|FILE_BIN|FILE_SHARE_READ|FILE_SHARE_WRITE);
   if(handle==INVALID_HANDLE)
      return("?");
   uchar bytes[];
   int size=(int)FileSize(handle);
   string text=(size>0 && (int)FileReadArray(handle,bytes,0,size)==size) ? CharArrayToString(bytes,0,size,CP_UTF8) : "?";
   text+=IntegerToString(FileGetInteger(handle,FILE_MODIFY_DATE));
   FileClose(handle);
   return(text);
  }
//+------------------------------------------------------------------+
bool CFileOwner::Renew(const ulong nowMs)
  {
   uchar bytes[];
   Utf8Bytes(m_mark,bytes);
   m_nextAt=nowMs+OWNER_RENEW_MS;
   if(CSignedFile::Put(m_name,bytes))
      return(true);
   m_reason="lock.txt cannot be written, error "+IntegerToString(GetLastError());
   return(false);
  }
//+------------------------------------------------------------------+
bool CFileOwner::Poll(const ulong nowMs)
  {
   if(nowMs<m_nextAt)
      return(m_isOurs);
   string seen=Seen();
   bool isFree=(seen=="" || StringFind(seen,m_mark)==0);
   if(!isFree && seen!=m_seen)
     {
      m_seen=seen;
      m_quietSince=nowMs;
      m_reason="another terminal owns the folder";
     }
   m_nextAt=nowMs+OWNER_RENEW_MS/4;
   if(!isFree && nowMs-m_quietSince<OWNER_WATCH_MS)
     {
      m_isOurs=false;
      return(false);
     }
   bool wasOurs=m_isOurs;
   m_isOurs=Renew(nowMs);
   if(m_isOurs && !wasOurs)
     {
      uchar uuid[];
      Utf8Bytes(m_uuid+"\n",uuid);
      CSignedFile::Put(m_folder+"uuid.txt",uuid);
      m_reason="";
     }
   return(m_isOurs);
  }
//+------------------------------------------------------------------+
void CFileOwner::Close()
  {
   if(m_isOurs)
      FileDelete(m_name);
   m_isOurs=false;
  }

#endif
//+------------------------------------------------------------------+
