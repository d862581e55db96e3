//+------------------------------------------------------------------+
//| Handshake.mqh                                                    |
//| hello, challenge, prove, welcome (docs/protocol.md, section 4):  |
//| both sides show that they have the pairing key, over the exact   |
//| bytes that travelled, and out of it come the keys of a session.  |
//+------------------------------------------------------------------+
#ifndef BITTEN_HANDSHAKE_MQH
#define BITTEN_HANDSHAKE_MQH

#include "Header.mqh"
#include "Hmac.mqh"
#include "Frames.mqh"

#define NONCE_CHARACTERS      32
#define PROOF_CHARACTERS      64
#define SHORTEST_SESSION      8
//--- Beats further apart would be no sign of life to anybody
#define LONGEST_BEAT_MS       60000

//--- Who this terminal is; the texts are cut to what the protocol allows
struct SHello
  {
   string            uuid;
   string            loginHash;   // LoginHash()
   string            broker;
   string            server;
   int               build;
   string            program;
   string            margin;      // "hedging" or "netting"
   string            kind;        // "simulated", "demo", "contest" or "live"
   string            takes;       // a word of what it can do beyond the first version, "" for none
  };

class CHandshake
  {
private:
   uchar             m_pairingKey[];
   uchar             m_ours[];      // session keys
   uchar             m_theirs[];
   CHmac             m_signer;      // by ours
   CHmac             m_judge;       // by theirs
   uchar             m_spoken[];    // what was said so far, header and body, one after the other
   string            m_session;
   long              m_beatMs;

   bool              Digest(const string label,uchar &digest[]) const;
   void              Remember(const SFrames &frames);

public:
                     CHandshake() : m_session(""),m_beatMs(0) {}
   void              Begin(const uchar &pairingKey[]);
   static string     HelloBody(const SHello &hello,const string nonce);
   //--- Frames of ours are remembered as they are sent, and those of the app as they are taken
   void              Said(const SFrames &frames) { Remember(frames); }
   //--- "" or why not; then the keys are there
   string            TakeChallenge(const SFrames &frames,CJsonReader &body);
   //--- "" when the digest cannot be computed
   string            ProveBody() const;
   string            TakeWelcome(CJsonReader &body);
   //--- Sixteen bytes over header and body, by the key of our direction or of theirs
   bool              Mac(const bool isOurs,const uchar &header[],const uchar &body[],uchar &mac[]);
   string            SessionId() const { return(m_session); }
   int               BeatMs() const { return((int)m_beatMs); }
   //--- For the golden test alone: keys leave this object nowhere else
   void              CopyKeys(uchar &ours[],uchar &theirs[]) const;
  };
//+------------------------------------------------------------------+
//| First 16 bytes of SHA-256 of the login: an account is recognised |
//| by it and not told                                               |
//+------------------------------------------------------------------+
string LoginHash(const long login)
  {
   uchar text[],digest[];
   Utf8Bytes(IntegerToString(login),text);
   return(Sha256(text,digest) ? StringSubstr(HexOf(digest),0,NONCE_CHARACTERS) : "");
  }
//+------------------------------------------------------------------+
void CHandshake::Begin(const uchar &pairingKey[])
  {
   CopyArray(m_pairingKey,pairingKey);
   ArrayFree(m_ours);
   ArrayFree(m_theirs);
   m_signer.Forget();
   m_judge.Forget();
   ArrayFree(m_spoken);
   m_session="";
   m_beatMs=0;
  }
//+------------------------------------------------------------------+
string CHandshake::HelloBody(const SHello &hello,const string nonce)
  {
   CJsonWriter writer;
   writer.ObjectBegin();
   writer.ArrayBegin("versions");
   writer.Integer("",PROTOCOL_VERSION);
   writer.ArrayEnd();
   writer.Text("uuid",hello.uuid);
   writer.Text("nonce",nonce);
   writer.Text("loginHash",hello.loginHash);
   writer.Text("broker",StringSubstr(hello.broker,0,LIMIT_BROKER_TEXT));
   writer.Text("server",StringSubstr(hello.server,0,LIMIT_SERVER_TEXT));
   writer.Integer("build",hello.build);
   writer.Text("program",StringSubstr(hello.program,0,LIMIT_PROGRAM_TEXT));
   writer.Text("margin",hello.margin);
   writer.Text("kind",hello.kind);
   if(StringLen(hello.takes)>0)
     {
      writer.ArrayBegin("takes");
      writer.Text("",hello.takes);
      writer.ArrayEnd();
     }
   writer.ObjectEnd();
   return(writer.Done());
  }
//+------------------------------------------------------------------+
void CHandshake::Remember(const SFrames &frames)
  {
   AppendArray(m_spoken,frames.header);
   AppendArray(m_spoken,frames.body);
  }
//+------------------------------------------------------------------+
bool CHandshake::Digest(const string label,uchar &digest[]) const
  {
   uchar text[];
   Utf8Bytes(label,text);
   AppendArray(text,m_spoken);
   return(HmacSha256(m_pairingKey,text,digest));
  }
//+------------------------------------------------------------------+
string CHandshake::TakeChallenge(const SFrames &frames,CJsonReader &body)
  {
   string nonce="";
   if(!body.Text(body.Member(body.Root(),"nonce"),nonce) || !IsHex(nonce,NONCE_CHARACTERS))
      return("the challenge has no nonce");
   int versions=body.Member(body.Root(),"versions");
   bool isCommon=false;
   for(int i=0; i<body.Count(versions); i++)
     {
      long version=0;
      if(body.Integer(body.Item(versions,i),version) && version==PROTOCOL_VERSION)
         isCommon=true;
     }
   if(!isCommon)
      return("BITTEN speaks another version of the protocol: bring both to the same release");
   Remember(frames);
   bool isDone=(Digest("EA→APP",m_ours) && Digest("APP→EA",m_theirs) && m_signer.Begin(m_ours) && m_judge.Begin(m_theirs));
   if(!isDone)
      return("the terminal cannot compute SHA-256, error "+IntegerToString(GetLastError()));
   return("");
  }
//+------------------------------------------------------------------+
string CHandshake::ProveBody() const
  {
   uchar digest[];
   if(!Digest("EA",digest))
      return("");
   CJsonWriter writer;
   writer.ObjectBegin();
   writer.Text("proof",HexOf(digest));
   writer.ObjectEnd();
   return(writer.Done());
  }
//+------------------------------------------------------------------+
//| Whoever opened the port first could answer here: no order is     |
//| taken from one who does not prove itself                         |
//+------------------------------------------------------------------+
string CHandshake::TakeWelcome(CJsonReader &body)
  {
   uchar digest[];
   string proof="",road="";
   int root=body.Root();
   if(!body.Text(body.Member(root,"proof"),proof) || !Digest("APP",digest) || !SameText(proof,HexOf(digest)))
      return("what answers does not have this pairing key: another program listens on the port of BITTEN");
   if(!body.Text(body.Member(root,"road"),road) || road!="zmq")
      return("the welcome names no road that this terminal knows");
   if(!body.Integer(body.Member(root,"beatMs"),m_beatMs) || m_beatMs<1 || m_beatMs>LONGEST_BEAT_MS)
      return("the welcome names no time between two beats");
   if(!body.Text(body.Member(root,"session"),m_session) || StringLen(m_session)<SHORTEST_SESSION ||
      StringLen(m_session)>LIMIT_SESSION_TEXT)
      return("the welcome names no session");
   return("");
  }
//+------------------------------------------------------------------+
bool CHandshake::Mac(const bool isOurs,const uchar &header[],const uchar &body[],uchar &mac[])
  {
   bool isDone=isOurs ? m_signer.Sign(header,body,mac) : m_judge.Sign(header,body,mac);
   return(isDone && ArrayResize(mac,LIMIT_MAC_BYTES)==LIMIT_MAC_BYTES);
  }
//+------------------------------------------------------------------+
void CHandshake::CopyKeys(uchar &ours[],uchar &theirs[]) const
  {
   CopyArray(ours,m_ours);
   CopyArray(theirs,m_theirs);
  }

#endif
//+------------------------------------------------------------------+
