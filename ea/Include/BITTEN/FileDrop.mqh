//+------------------------------------------------------------------+
//| FileDrop.mqh                                                     |
//| The second road (docs/protocol.md, section 8): the same messages |
//| as files in a folder, where sockets are forbidden. To the other  |
//| parts it is an outbox like the link. A fact is a file of its own |
//| and counts as confirmed when the app has deleted it.             |
//+------------------------------------------------------------------+
#ifndef BITTEN_FILE_DROP_MQH
#define BITTEN_FILE_DROP_MQH

#include "SignedFile.mqh"
#include "FileStatus.mqh"
#include "FileOwner.mqh"

#define DROP_STATUS_MS    1000
#define DROP_POLL_MS      20
#define DROP_PATIENCE_MS  2000
#define DROP_BEAT_MS      1000

struct SDropped
  {
   long              number;
   string            name;
  };

class CFileDrop : public IOutbox
  {
private:
   string            m_folder;
   string            m_hello;
   IClock           *m_clock;
   IHerald          *m_herald;
   ISink            *m_sink;
   CSignedFile       m_file;
   CFileStatus       m_status;
   CFileOwner        m_owner;
   SDropped          m_dropped[];
   long              m_number;
   long              m_confirmed;
   long              m_stampMs;     // of the last file: each has a later one
   bool              m_isLive;
   ulong             m_statusAt;
   ulong             m_pollAt;
   ulong             m_partSince[2];

   static ulong      SteadyMs() { return(GetMicrosecondCount()/1000); }
   long              Stamp();
   void              Look(const string name,const int which);
   void              PutAside(const string name,const string why);
   void              Confirm();
   bool              IsSaidAlready(const string name,const string body) const;
   void              WriteStatus(const int busyMs);

public:
                     CFileDrop();
   //--- hello: the body of a `hello` with a nonce of this start
   void              Begin(const string folder,const string uuid,const string hello,const uchar &key[],const string chance,
                           IClock *clock,IHerald *herald,IMarketTime *time,ISink *sink);
   bool              IsBegun() const { return(m_folder!=""); }
   void              Poll();
   //--- isOther: whoever is next has another account, so what was said to and by this one is taken away
   void              Close(const bool isOther);
   //--- The terminal is about to stand still
   void              Busy(const int ms);
   string            Reason() const { return(m_owner.Reason()); }
   virtual bool      IsLive() { return(m_isLive); }
   virtual long      Say(const string type,const string body);
   //--- No ticks and no bars on this road
   virtual long      SayBytes(const string type,const uchar &body[],const string headerExtra) { return(++m_number); }
   virtual long      SayFact(const string type,const string body,const bool mayBeRepeat);
   virtual long      ConfirmedUpTo() { return(m_confirmed); }
   virtual int       Waiting() { return(0); }
  };

//--- What makes the desk tell the app before it blocks
class CFilePause : public IPause
  {
private:
   CFileDrop        *m_drop;

public:
                     CFilePause() : m_drop(NULL) {}
   void              Bind(CFileDrop *drop) { m_drop=drop; }
   virtual void      AboutToBlock(const int ms) { m_drop.Busy(ms); }
  };

#include "FileDropWork.mqh"

#endif
//+------------------------------------------------------------------+
