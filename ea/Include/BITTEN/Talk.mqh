//+------------------------------------------------------------------+
//| Talk.mqh                                                         |
//| Everything that is said over one connection, from ZeroMQ's       |
//| greeting to the last message: bytes in, turns and bytes out. The |
//| socket is somebody else's.                                       |
//+------------------------------------------------------------------+
#ifndef BITTEN_TALK_MQH
#define BITTEN_TALK_MQH

#include "PairingKey.mqh"
#include "Session.mqh"
#include "Zmtp.mqh"
#include "Chance.mqh"

#define ROUTING_DIGITS        8

class CTalk
  {
private:
   SHello            m_hello;
   uchar             m_key[];
   IClock           *m_clock;
   CChance           m_chance;
   CZmtp             m_zmtp;
   CSession          m_session;
   bool              m_isGreeted;
   string            m_error;
   //--- Of the message that is being said
   uchar             m_header[];
   uchar             m_mac[];

   void              Greet();
   void              Prove();
   void              Fail(const string what);

public:
                     CTalk() : m_clock(NULL),m_isGreeted(false),m_error("") {}
   void              Configure(const SHello &hello,const CPairingKey &key,IClock *clock);
   //--- A new connection stands
   void              Begin();
   //--- The connection is gone, and with it what waited to be sent
   void              End() { m_zmtp.End(); }
   void              Take(const uchar &bytes[],const int count) { m_zmtp.Take(bytes,count); }
   //--- What the next whole message led to; false when there is none, or when Error() says why it is over
   bool              Next(ENUM_TURN &turn);
   string            Error() const { return(m_error); }
   //--- The number of the message; 0 when it cannot be said
   long              Say(const string type,const uchar &body[],const bool mayBeRepeat,const string extra);
   int               Waiting() const { return(m_zmtp.Waiting()); }
   int               CopyOut(uchar &bytes[],const int most) const { return(m_zmtp.CopyOut(bytes,most)); }
   void              Sent(const int count) { m_zmtp.Sent(count); }
   //--- After TURN_MESSAGE
   void              Hand(ISink *sink) { m_session.Hand(sink); }
   void              Committed(const long number) { m_session.Committed(number); }
   long              CommittedUpTo() const { return(m_session.CommittedUpTo()); }
   long              ConfirmedUpTo() const { return(m_session.ConfirmedUpTo()); }
   string            SessionId() const { return(m_session.SessionId()); }
   int               BeatMs() const { return(m_session.BeatMs()); }
   long              Faults() const { return(m_session.Faults()+m_zmtp.DroppedMessages()); }
   string            LastFault() const;
   int               Below(const int below) { return(m_chance.Below(below)); }
  };
//+------------------------------------------------------------------+
void CTalk::Configure(const SHello &hello,const CPairingKey &key,IClock *clock)
  {
   m_hello=hello;
   key.CopyTo(m_key);
   m_clock=clock;
  }
//+------------------------------------------------------------------+
void CTalk::Fail(const string what)
  {
   if(m_error=="")
      m_error=what;
  }
//+------------------------------------------------------------------+
//| The routing id is new for each connection: a ROUTER ignores one  |
//| that is in use without a word                                    |
//+------------------------------------------------------------------+
void CTalk::Begin()
  {
   m_error="";
   m_isGreeted=false;
   m_session.Forget();
   m_zmtp.Begin(m_hello.uuid+"."+m_chance.Hex(ROUTING_DIGITS));
  }
//+------------------------------------------------------------------+
bool CTalk::Next(ENUM_TURN &turn)
  {
   SFrames frames;
   if(m_error!="")
      return(false);
   bool isWhole=m_zmtp.Next(frames);
   if(m_zmtp.IsBroken())
      Fail(m_zmtp.Error());
   if(m_zmtp.IsOpen() && !m_isGreeted)
      Greet();
   if(!isWhole || m_error!="")
      return(false);
   turn=m_session.Take(frames);
   if(turn==TURN_PROVE)
      Prove();
   if(turn==TURN_OVER)
      Fail(m_session.Error());
   return(true);
  }
//+------------------------------------------------------------------+
void CTalk::Greet()
  {
   SFrames hello;
   m_isGreeted=true;
   string nonce=m_chance.Hex(NONCE_CHARACTERS);
   if(nonce=="" || !m_session.Begin(m_key,m_hello,nonce,m_clock.UtcMs(),hello) || !m_zmtp.Say(hello.header,hello.body,hello.mac))
      Fail("the terminal cannot say hello, error "+IntegerToString(GetLastError()));
  }
//+------------------------------------------------------------------+
void CTalk::Prove()
  {
   SFrames prove;
   if(!m_session.Prove(m_clock.UtcMs(),prove) || !m_zmtp.Say(prove.header,prove.body,prove.mac))
      Fail("the terminal cannot prove itself, error "+IntegerToString(GetLastError()));
  }
//+------------------------------------------------------------------+
string CTalk::LastFault() const
  {
   return(m_session.Faults()>0 ? m_session.LastFault() : "a message that had not three frames");
  }
//+------------------------------------------------------------------+
long CTalk::Say(const string type,const uchar &body[],const bool mayBeRepeat,const string extra)
  {
   long number=m_session.Say(type,body,m_clock.UtcMs(),mayBeRepeat,extra,m_header,m_mac);
   if(number>0 && !m_zmtp.Say(m_header,body,m_mac))
     {
      Fail("there is no memory for what has to be sent");
      return(0);
     }
   return(number);
  }

#endif
//+------------------------------------------------------------------+
