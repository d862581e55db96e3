//+------------------------------------------------------------------+
//| Session.mqh                                                      |
//| One session from hello to its end: who may say what when, whose  |
//| MAC it must carry, and the numbers of both sides. Owns no socket |
//| and no clock. The app orders nothing here before it has proved   |
//| itself, and nothing twice.                                       |
//+------------------------------------------------------------------+
#ifndef BITTEN_SESSION_MQH
#define BITTEN_SESSION_MQH

#include "Interfaces.mqh"
#include "Handshake.mqh"
#include "Numbers.mqh"

enum ENUM_SESSION_STATE
  {
   SESSION_NONE,
   SESSION_GREETED,   // hello was said, challenge is awaited
   SESSION_PROVED,    // prove was said, welcome is awaited
   SESSION_LIVE,
   SESSION_OVER
  };

//--- What one message led to
enum ENUM_TURN
  {
   TURN_DROPPED,   // it broke a rule: counted, and of no effect
   TURN_PROVE,     // Prove() has to be sent
   TURN_LIVE,      // the session stands
   TURN_HEARD,     // a sign of life: an ack
   TURN_MESSAGE,   // Hand() has something for the bridge
   TURN_OVER       // Error() says why
  };

class CSession
  {
private:
   ENUM_SESSION_STATE m_state;
   CHandshake        m_handshake;
   CHeader           m_headerReader;
   CJsonReader       m_body;
   SHeader           m_received;
   string            m_error;
   CNumbers          m_numbers;
   long              m_faults;
   string            m_lastFault;

   ENUM_TURN         Fault(const string what);
   ENUM_TURN         End(const string why);
   bool              Frame(const string type,const uchar &body[],const long sentMs,const bool mayBeRepeat,
                           const string extra,uchar &header[],uchar &mac[]);
   bool              IsAuthentic(const SFrames &frames);
   ENUM_TURN         TakeRefuse(const SFrames &frames);
   ENUM_TURN         TakeChallenge(const SFrames &frames);
   ENUM_TURN         TakeWelcome(const SFrames &frames);
   ENUM_TURN         TakeLive(const SFrames &frames);
   ENUM_TURN         Deliver(const SFrames &frames);

public:
                     CSession() : m_state(SESSION_NONE),m_error(""),m_faults(0),m_lastFault("") {}
   bool              Begin(const uchar &pairingKey[],const SHello &hello,const string nonce,const long sentMs,SFrames &frames);
   //--- The connection of it is gone
   void              Forget() { m_state=SESSION_NONE; }
   ENUM_TURN         Take(const SFrames &frames);
   bool              Prove(const long sentMs,SFrames &frames);
   //--- The number of the message, with the header and the MAC of it; 0 when it cannot be said
   long              Say(const string type,const uchar &body[],const long sentMs,const bool mayBeRepeat,
                         const string extra,uchar &header[],uchar &mac[]);
   void              Committed(const long number) { m_numbers.Commit(number); }
   bool              IsLive() const { return(m_state==SESSION_LIVE); }
   //--- After TURN_MESSAGE
   void              Hand(ISink *sink) { sink.OnMessage(m_received.type,m_received.number,m_received.sentMs,m_body); }
   string            Error() const { return(m_error); }
   string            SessionId() const { return(m_handshake.SessionId()); }
   int               BeatMs() const { return(m_handshake.BeatMs()); }
   long              ConfirmedUpTo() const { return(m_numbers.Confirmed()); }
   long              CommittedUpTo() const { return(m_numbers.Committed()); }
   long              Faults() const { return(m_faults); }
   string            LastFault() const { return(m_lastFault); }
   void              CopyKeys(uchar &ours[],uchar &theirs[]) const { m_handshake.CopyKeys(ours,theirs); }
  };
//+------------------------------------------------------------------+
ENUM_TURN CSession::Fault(const string what)
  {
   m_faults++;
   m_lastFault=what;
   return(TURN_DROPPED);
  }
//+------------------------------------------------------------------+
ENUM_TURN CSession::End(const string why)
  {
   m_state=SESSION_OVER;
   m_error=why;
   return(TURN_OVER);
  }
//+------------------------------------------------------------------+
bool CSession::Frame(const string type,const uchar &body[],const long sentMs,const bool mayBeRepeat,
                     const string extra,uchar &header[],uchar &mac[])
  {
   SHeader fields;
   fields.version=PROTOCOL_VERSION;
   fields.type=type;
   fields.session=IsLive() ? SessionId() : "";
   fields.number=m_numbers.Said();
   fields.confirmed=m_numbers.Committed();
   fields.sentMs=sentMs;
   Utf8Bytes(CHeader::Write(fields,mayBeRepeat,extra),header);
   ArrayResize(mac,0);
   if(ArraySize(header)>LIMIT_HEADER_BYTES || ArraySize(body)>LIMIT_BODY_BYTES)
      return(false);
   return(IsUnsignedMessage(type) || m_handshake.Mac(true,header,body,mac));
  }
//+------------------------------------------------------------------+
bool CSession::Begin(const uchar &pairingKey[],const SHello &hello,const string nonce,const long sentMs,SFrames &frames)
  {
   m_state=SESSION_GREETED;
   m_error="";
   m_numbers.Reset();
   m_handshake.Begin(pairingKey);
   Utf8Bytes(CHandshake::HelloBody(hello,nonce),frames.body);
   if(!Frame(MESSAGE_HELLO,frames.body,sentMs,false,"",frames.header,frames.mac))
      return(false);
   m_handshake.Said(frames);
   return(true);
  }
//+------------------------------------------------------------------+
ENUM_TURN CSession::Take(const SFrames &frames)
  {
   if(m_state==SESSION_NONE || m_state==SESSION_OVER)
      return(Fault("a message without a session"));
   string why=m_headerReader.Read(frames.header,m_received);
   if(why!="")
      return(Fault(why));
   if(m_received.version!=PROTOCOL_VERSION && !IsLive())
      return(End("BITTEN speaks version "+IntegerToString(m_received.version)+" of the protocol, this terminal version "+
                 IntegerToString(PROTOCOL_VERSION)+": bring both to the same release"));
   if(m_received.version!=PROTOCOL_VERSION || !IsAppMessage(m_received.type))
      return(Fault("a message of the type "+m_received.type));
   if(m_received.type==MESSAGE_REFUSE)
      return(TakeRefuse(frames));
   if(m_state==SESSION_GREETED)
      return(m_received.type==MESSAGE_CHALLENGE ? TakeChallenge(frames) : Fault(m_received.type+" instead of a challenge"));
   if(m_state==SESSION_PROVED)
      return(m_received.type==MESSAGE_WELCOME ? TakeWelcome(frames) : Fault(m_received.type+" instead of a welcome"));
   return(TakeLive(frames));
  }
//+------------------------------------------------------------------+
bool CSession::IsAuthentic(const SFrames &frames)
  {
   uchar expected[];
   return(m_handshake.Mac(false,frames.header,frames.body,expected) && SameBytes(expected,frames.mac));
  }
//+------------------------------------------------------------------+
//| Unsigned: to believe it costs a handshake and nothing else       |
//+------------------------------------------------------------------+
ENUM_TURN CSession::TakeRefuse(const SFrames &frames)
  {
   string code="",text="";
   if(ArraySize(frames.mac)!=0 || !m_body.Parse(frames.body,0,ArraySize(frames.body),LIMIT_DEPTH))
      return(Fault("a refuse that cannot be read"));
   if(!m_body.Text(m_body.Member(m_body.Root(),"code"),code) || !m_body.Text(m_body.Member(m_body.Root(),"text"),text))
      return(Fault("a refuse without code and text"));
   return(End(StringSubstr(code,0,LIMIT_SESSION_TEXT)+": "+StringSubstr(text,0,LIMIT_REFUSE_TEXT)));
  }
//+------------------------------------------------------------------+
ENUM_TURN CSession::TakeChallenge(const SFrames &frames)
  {
   if(ArraySize(frames.mac)!=0 || !m_body.Parse(frames.body,0,ArraySize(frames.body),LIMIT_DEPTH))
      return(Fault("a challenge that cannot be read"));
   string why=m_handshake.TakeChallenge(frames,m_body);
   if(why!="")
      return(End(why));
   m_state=SESSION_PROVED;
   return(TURN_PROVE);
  }
//+------------------------------------------------------------------+
bool CSession::Prove(const long sentMs,SFrames &frames)
  {
   string text=m_handshake.ProveBody();
   Utf8Bytes(text,frames.body);
   if(text=="" || !Frame(MESSAGE_PROVE,frames.body,sentMs,false,"",frames.header,frames.mac))
      return(false);
   m_handshake.Said(frames);
   return(true);
  }
//+------------------------------------------------------------------+
ENUM_TURN CSession::TakeWelcome(const SFrames &frames)
  {
   if(!IsAuthentic(frames))
      return(End("what answers does not have this pairing key: another program listens on the port of BITTEN"));
   if(!m_body.Parse(frames.body,0,ArraySize(frames.body),LIMIT_DEPTH))
      return(End("a welcome that cannot be read, "+m_body.Error()));
   string why=m_handshake.TakeWelcome(m_body);
   if(why!="")
      return(End(why));
   m_state=SESSION_LIVE;
   return(TURN_LIVE);
  }
//+------------------------------------------------------------------+
//| The order of the checks: who wrote it, for which session, when   |
//+------------------------------------------------------------------+
ENUM_TURN CSession::TakeLive(const SFrames &frames)
  {
   string name=m_received.type+" "+IntegerToString(m_received.number);
   if(m_received.type==MESSAGE_CHALLENGE || m_received.type==MESSAGE_WELCOME)
      return(Fault(name+" inside of a session"));
   if(!IsAuthentic(frames))
      return(Fault(name+" with a wrong MAC"));
   if(m_received.session!=SessionId())
      return(Fault(name+" of another session"));
   string last=IntegerToString(m_numbers.Heard());
   ENUM_NUMBER is=m_numbers.Hear(m_received.number);
   if(is==NUMBER_REPEAT)
      return(Fault(name+" came again after "+last));
   if(is==NUMBER_GAP)
      return(End(name+" came after "+last+": messages of BITTEN were lost"));
   if(!m_numbers.Confirm(m_received.confirmed))
      Fault(name+" confirms what was never said");
   return(m_received.type==MESSAGE_ACK ? TURN_HEARD : Deliver(frames));
  }
//+------------------------------------------------------------------+
ENUM_TURN CSession::Deliver(const SFrames &frames)
  {
   if(m_body.Parse(frames.body,0,ArraySize(frames.body),LIMIT_DEPTH) && m_body.IsObject(m_body.Root()))
      return(TURN_MESSAGE);
   Fault("the body of "+m_received.type+" "+IntegerToString(m_received.number)+", "+m_body.Error());
   return(TURN_HEARD);
  }
//+------------------------------------------------------------------+
long CSession::Say(const string type,const uchar &body[],const long sentMs,const bool mayBeRepeat,
                   const string extra,uchar &header[],uchar &mac[])
  {
   if(!IsLive() || !m_numbers.MaySay())
      return(0);
   long number=m_numbers.Next();
   if(Frame(type,body,sentMs,mayBeRepeat,extra,header,mac))
      return(number);
   m_numbers.TakeBack();
   return(0);
  }

#endif
//+------------------------------------------------------------------+
