//+------------------------------------------------------------------+
//| Header.mqh                                                       |
//| The header of a message: flat, compact, at most 512 bytes. Who   |
//| reads one knows every field that it uses to be there and sound.  |
//+------------------------------------------------------------------+
#ifndef BITTEN_HEADER_MQH
#define BITTEN_HEADER_MQH

#include "Protocol.mqh"
#include "Json.mqh"

struct SHeader
  {
   long              version;
   string            type;
   string            session;   // "" when absent
   long              number;
   long              confirmed;
   long              sentMs;
  };

class CHeader
  {
private:
   CJsonReader       m_reader;

   string            Fields(SHeader &header);
   bool              Whole(const string name,const long most,long &value);

public:
   //--- "" or what is wrong with it. The version is read, and judged by whoever asked
   string            Read(const uchar &bytes[],SHeader &header);
   //--- extra: ready members, or ""
   static string     Write(const SHeader &header,const bool mayBeRepeat,const string extra);
  };
//+------------------------------------------------------------------+
//| Compact, because the MAC covers header and body without a length |
//| between them: a header that could end in blanks could swallow    |
//| the first bytes of its body                                      |
//+------------------------------------------------------------------+
string CHeader::Read(const uchar &bytes[],SHeader &header)
  {
   int size=ArraySize(bytes);
   if(size>LIMIT_HEADER_BYTES)
      return("a header of "+IntegerToString(size)+" bytes");
   if(size<2 || bytes[0]!='{' || bytes[size-1]!='}')
      return("a header that is no compact object");
   if(!m_reader.Parse(bytes,0,size,1))
      return("the header, "+m_reader.Error());
   return(Fields(header));
  }
//+------------------------------------------------------------------+
string CHeader::Fields(SHeader &header)
  {
   if(!Whole("v",LIMIT_NUMBER,header.version) || header.version<1)
      return("a header without its version");
   if(!m_reader.Text(m_reader.Member(m_reader.Root(),"t"),header.type))
      return("a header without a type");
   int session=m_reader.Member(m_reader.Root(),"s");
   header.session="";
   if(session>=0 && (!m_reader.Text(session,header.session) || StringLen(header.session)>LIMIT_SESSION_TEXT))
      return("a header whose session is no text");
   if(!Whole("n",LIMIT_NUMBER,header.number) || !Whole("a",LIMIT_NUMBER,header.confirmed) ||
      !Whole("ms",LIMIT_NUMBER,header.sentMs))
      return("a header of "+header.type+" without its numbers");
   return("");
  }
//+------------------------------------------------------------------+
bool CHeader::Whole(const string name,const long most,long &value)
  {
   long read=0;
   if(!m_reader.Integer(m_reader.Member(m_reader.Root(),name),read) || read<0 || read>most)
      return(false);
   value=read;
   return(true);
  }
//+------------------------------------------------------------------+
string CHeader::Write(const SHeader &header,const bool mayBeRepeat,const string extra)
  {
   CJsonWriter writer;
   writer.ObjectBegin();
   writer.Integer("v",header.version);
   writer.Text("t",header.type);
   if(header.session!="")
      writer.Text("s",header.session);
   writer.Integer("n",header.number);
   writer.Integer("a",header.confirmed);
   writer.Integer("ms",header.sentMs);
   if(mayBeRepeat)
      writer.Integer("pd",1);
   return(writer.Done()+(extra=="" ? "" : ","+extra)+"}");
  }

#endif
//+------------------------------------------------------------------+
