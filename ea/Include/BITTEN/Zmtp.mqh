//+------------------------------------------------------------------+
//| Zmtp.mqh                                                         |
//| ZeroMQ's wire protocol, ZMTP 3.1 with the mechanism NULL, as a   |
//| DEALER speaks it: bytes in, messages out, and the way back. It   |
//| owns no socket and no clock, so every sequence of bytes can be   |
//| tried on it. Memory is bounded: a frame over its limit ends the  |
//| connection before it is stored.                                  |
//+------------------------------------------------------------------+
#ifndef BITTEN_ZMTP_MQH
#define BITTEN_ZMTP_MQH

#include "Protocol.mqh"
#include "Frames.mqh"
#include "ZmtpCommands.mqh"

#define ZMTP_GREETING_BYTES   64
#define ZMTP_COMMAND_LIMIT    4096
//--- A peer that pings and does not read gets no more pongs
#define ZMTP_PONG_LIMIT       65536

enum ENUM_ZMTP_STATE
  {
   ZMTP_GREETING,   // 64 bytes of the peer are awaited
   ZMTP_READYING,   // its READY is awaited
   ZMTP_OPEN,       // messages may flow
   ZMTP_BROKEN      // nothing that comes is believed any more
  };

class CZmtp
  {
private:
   ENUM_ZMTP_STATE   m_state;
   string            m_error;
   string            m_routingId;
   CBytes            m_in;
   CFrameQueue       m_out;
   SFrames           m_parts;
   int               m_partCount;
   int               m_droppedMessages;
   int               m_ignoredCommands;

   bool              Break(const string why);
   bool              TakeGreeting();
   bool              TakeFrame(bool &isWhole);
   bool              TakePart(const uchar &part[],const bool isLast,bool &isWhole);
   bool              TakeCommand(const uchar &body[]);
   bool              TakeReady(const uchar &body[]);
   void              Answer(const uchar &ping[]);

public:
                     CZmtp() : m_state(ZMTP_BROKEN),m_error(""),m_partCount(0),m_droppedMessages(0),m_ignoredCommands(0) {}
   //--- A new connection: our greeting waits to be sent
   void              Begin(const string routingId);
   void              End() { Break(m_error); }
   //--- Bytes that came
   void              Take(const uchar &bytes[],const int count);
   //--- The next whole message; false when more bytes are needed, or it is broken
   bool              Next(SFrames &frames);
   //--- false when there is no memory for it
   bool              Say(const uchar &header[],const uchar &body[],const uchar &mac[]);
   //--- Bytes that wait to be sent; at most so many of them; so many were sent
   int               Waiting() const { return(m_out.Size()); }
   int               CopyOut(uchar &bytes[],const int most) const { return(m_out.CopyOut(bytes,most)); }
   void              Sent(const int count) { m_out.Sent(count); }
   bool              IsOpen() const { return(m_state==ZMTP_OPEN); }
   bool              IsBroken() const { return(m_state==ZMTP_BROKEN); }
   string            Error() const { return(m_error); }
   int               DroppedMessages() const { return(m_droppedMessages); }
   int               IgnoredCommands() const { return(m_ignoredCommands); }
  };
//+------------------------------------------------------------------+
void CZmtp::Begin(const string routingId)
  {
   m_state=ZMTP_GREETING;
   m_error="";
   m_routingId=routingId;
   m_in.Clear();
   m_out.Clear();
   m_partCount=0;
   m_droppedMessages=0;
   m_ignoredCommands=0;
   uchar greeting[];
   ZmtpGreeting(greeting);
   m_out.PutRaw(greeting);
  }
//+------------------------------------------------------------------+
bool CZmtp::Break(const string why)
  {
   m_state=ZMTP_BROKEN;
   m_error=why;
   m_in.Clear();
   m_out.Clear();
   return(false);
  }
//+------------------------------------------------------------------+
void CZmtp::Take(const uchar &bytes[],const int count)
  {
   if(m_state!=ZMTP_BROKEN && !m_in.Append(bytes,0,count))
      Break("there is no memory for what came");
  }
//+------------------------------------------------------------------+
bool CZmtp::Next(SFrames &frames)
  {
   bool isWhole=false;
   while(!isWhole)
     {
      if(m_state==ZMTP_BROKEN)
         return(false);
      if(m_state==ZMTP_GREETING)
        {
         if(!TakeGreeting())
            return(false);
        }
      else
         if(!TakeFrame(isWhole))
            return(false);
     }
   frames=m_parts;
   return(true);
  }
//+------------------------------------------------------------------+
//| The first byte is judged as it comes: another kind of server may |
//| never send sixty-four                                            |
//+------------------------------------------------------------------+
bool CZmtp::TakeGreeting()
  {
   if(m_in.Size()>0 && m_in.At(0)!=0xFF)
      return(Break("what listens there does not speak ZeroMQ"));
   if(m_in.Size()<ZMTP_GREETING_BYTES)
      return(false);
   uchar greeting[];
   m_in.CopyTo(greeting,0,ZMTP_GREETING_BYTES);
   m_in.Drop(ZMTP_GREETING_BYTES);
   string why=ZmtpGreetingFault(greeting);
   if(why!="")
      return(Break(why));
   uchar ready[];
   ZmtpReady(m_routingId,ready);
   m_state=ZMTP_READYING;
   return(m_out.Put(ZMTP_COMMAND,ready) || Break("there is no memory for our READY"));
  }
//+------------------------------------------------------------------+
//| One frame, if it is there as a whole                             |
//+------------------------------------------------------------------+
bool CZmtp::TakeFrame(bool &isWhole)
  {
   SFrameHead head= {0,0,0};
   ENUM_FRAME_HEAD is=ReadFrameHead(m_in,head);
   if(is==FRAME_INVALID)
      return(Break("a frame with the flags "+IntegerToString(head.flags)));
   bool isCommand=((head.flags&ZMTP_COMMAND)!=0);
   ulong limit=isCommand ? ZMTP_COMMAND_LIMIT : LIMIT_BODY_BYTES;
   if(is==FRAME_KNOWN && head.length>limit)
      return(Break(StringFormat("a frame of %I64u bytes, the limit is %I64u",head.length,limit)));
   if(is==FRAME_INCOMPLETE || m_in.Size()<head.bytes+(int)head.length)
      return(false);
   uchar body[];
   if(!m_in.CopyTo(body,head.bytes,(int)head.length))
      return(Break("there is no memory for a frame"));
   m_in.Drop(head.bytes+(int)head.length);
   if(isCommand)
      return(TakeCommand(body));
   if(m_state!=ZMTP_OPEN)
      return(Break("a message before READY"));
   return(TakePart(body,(head.flags&ZMTP_MORE)==0,isWhole));
  }
//+------------------------------------------------------------------+
//| A message of another number of frames is left out and counted    |
//+------------------------------------------------------------------+
bool CZmtp::TakePart(const uchar &part[],const bool isLast,bool &isWhole)
  {
   if(m_partCount==0)
      CopyArray(m_parts.header,part);
   if(m_partCount==1)
      CopyArray(m_parts.body,part);
   if(m_partCount==2)
      CopyArray(m_parts.mac,part);
   if(m_partCount<=3)
      m_partCount++;
   if(!isLast)
      return(true);
   isWhole=(m_partCount==3);
   if(!isWhole)
      m_droppedMessages++;
   m_partCount=0;
   return(true);
  }
//+------------------------------------------------------------------+
bool CZmtp::TakeCommand(const uchar &body[])
  {
   string name="";
   if(!ZmtpCommandName(body,name))
      return(Break("a command without a name"));
   if(name=="ERROR")
      return(Break("the other side refuses: "+ZmtpErrorReason(body)));
   if(m_state==ZMTP_READYING)
      return(name=="READY" ? TakeReady(body) : Break("the command "+name+" before READY"));
   if(name=="PING")
      Answer(body);
   else
      if(name!="PONG")
         m_ignoredCommands++;
   return(true);
  }
//+------------------------------------------------------------------+
bool CZmtp::TakeReady(const uchar &body[])
  {
   string why=ZmtpReadyFault(body);
   if(why!="")
      return(Break(why));
   m_state=ZMTP_OPEN;
   return(true);
  }
//+------------------------------------------------------------------+
void CZmtp::Answer(const uchar &ping[])
  {
   uchar pong[];
   if(!ZmtpPong(ping,pong) || m_out.Size()>ZMTP_PONG_LIMIT)
      m_ignoredCommands++;
   else
      m_out.Put(ZMTP_COMMAND,pong);
  }
//+------------------------------------------------------------------+
bool CZmtp::Say(const uchar &header[],const uchar &body[],const uchar &mac[])
  {
   if(m_state!=ZMTP_OPEN)
      return(false);
   return(m_out.PutMessage(header,body,mac) || Break("there is no memory for what has to be sent"));
  }

#endif
//+------------------------------------------------------------------+
