//+------------------------------------------------------------------+
//| HandshakeVerbs.mqh                                               |
//| The golden frames, made by the EA's own code. MS is a time:      |
//| `hello KEY NONCE MS`, `prove MS`, `challenge HEADER BODY`,       |
//| `welcome HEADER BODY MAC`, `keys`,                               |
//| `frame TYPE SESSION N A MS PD EXTRA BODY`.                       |
//+------------------------------------------------------------------+
#include <BITTEN/Handshake.mqh>
#include "Words.mqh"

void GoldenHello(SHello &hello)
  {
   hello.uuid="golden-terminal";
   hello.loginHash="101112131415161718191a1b1c1d1e1f";
   hello.broker="Example Broker Ltd";
   hello.server="Example-Demo";
   hello.build=5120;
   hello.program="BITTENBridge 1.0";
   hello.margin="hedging";
   hello.kind="demo";
   hello.takes=TAKES_PLACE_UNTIL;
  }

string FramesHex(const SFrames &frames)
  {
   return(BytesHex(frames.header)+" "+BytesHex(frames.body)+" "+BytesHex(frames.mac));
  }

class CHandshakeVerbs
  {
private:
   CHandshake        m_handshake;
   CJsonReader       m_reader;

   void              Make(SHeader &header,const bool mayBeRepeat,const string extra,SFrames &frames);
   string            Shake(const string type,const string body,const string sentMs);
   string            Taken(const string &words[]);
   string            Keys() const;

public:
   string            Answer(const string &words[]);
  };

void CHandshakeVerbs::Make(SHeader &header,const bool mayBeRepeat,const string extra,SFrames &frames)
  {
   header.version=PROTOCOL_VERSION;
   Utf8Bytes(CHeader::Write(header,mayBeRepeat,extra),frames.header);
   if(!IsUnsignedMessage(header.type))
      m_handshake.Mac(true,frames.header,frames.body,frames.mac);
  }

string CHandshakeVerbs::Shake(const string type,const string body,const string sentMs)
  {
   SHeader header;
   SFrames frames;
   header.type=type;
   header.session="";
   header.number=0;
   header.confirmed=0;
   header.sentMs=StringToInteger(sentMs);
   Utf8Bytes(body,frames.body);
   Make(header,false,"",frames);
   m_handshake.Said(frames);
   return(FramesHex(frames));
  }

string CHandshakeVerbs::Taken(const string &words[])
  {
   SFrames frames;
   uchar mac[];
   HexBytes(words[1],frames.header);
   HexBytes(words[2],frames.body);
   HexBytes(Word(words,3),frames.mac);
   if(!m_reader.Parse(frames.body,0,ArraySize(frames.body),LIMIT_DEPTH))
      return(m_reader.Error());
   if(words[0]=="challenge")
      return("taken "+m_handshake.TakeChallenge(frames,m_reader));
   if(!m_handshake.Mac(false,frames.header,frames.body,mac) || !SameBytes(mac,frames.mac))
      return("a wrong MAC");
   return("taken "+m_handshake.TakeWelcome(m_reader));
  }

string CHandshakeVerbs::Keys() const
  {
   uchar ours[],theirs[];
   m_handshake.CopyKeys(ours,theirs);
   return(BytesHex(ours)+" "+BytesHex(theirs));
  }

string CHandshakeVerbs::Answer(const string &words[])
  {
   SHello hello;
   SHeader header;
   SFrames frames;
   uchar key[];
   if(words[0]=="hello")
     {
      HexBytes(words[1],key);
      GoldenHello(hello);
      m_handshake.Begin(key);
      return(Shake(MESSAGE_HELLO,CHandshake::HelloBody(hello,words[2]),words[3]));
     }
   if(words[0]=="prove")
      return(Shake(MESSAGE_PROVE,m_handshake.ProveBody(),words[1]));
   if(words[0]=="keys")
      return(Keys());
   if(words[0]!="frame")
      return(Taken(words));
   header.type=words[1];
   header.session=words[2];
   header.number=StringToInteger(words[3]);
   header.confirmed=StringToInteger(words[4]);
   header.sentMs=StringToInteger(words[5]);
   HexBytes(words[8],frames.body);
   Make(header,words[6]=="1",Utf8Text(words[7]),frames);
   return(FramesHex(frames));
  }
//+------------------------------------------------------------------+
