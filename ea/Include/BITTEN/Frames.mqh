//+------------------------------------------------------------------+
//| Frames.mqh                                                       |
//| ZMTP frames as bytes: a byte of flags, the length, the body. The |
//| queue of those that wait to be sent, and the head of one that    |
//| comes.                                                           |
//+------------------------------------------------------------------+
#ifndef BITTEN_FRAMES_MQH
#define BITTEN_FRAMES_MQH

#include "Bytes.mqh"

#define ZMTP_MORE             0x01
#define ZMTP_LONG             0x02
#define ZMTP_COMMAND          0x04

//--- One message of the protocol: three frames
struct SFrames
  {
   uchar             header[];
   uchar             body[];
   uchar             mac[];
  };

enum ENUM_FRAME_HEAD
  {
   FRAME_INCOMPLETE,
   FRAME_KNOWN,
   FRAME_INVALID
  };

struct SFrameHead
  {
   int               flags;
   int               bytes;    // of the head itself
   ulong             length;   // of the body
  };

class CFrameQueue
  {
private:
   CBytes            m_bytes;

public:
   void              Clear() { m_bytes.Clear(); }
   int               Size() const { return(m_bytes.Size()); }
   bool              PutRaw(const uchar &bytes[]) { return(m_bytes.Append(bytes,0,ArraySize(bytes))); }
   bool              Put(const int flags,const uchar &body[]);
   bool              PutMessage(const uchar &header[],const uchar &body[],const uchar &mac[]);
   //--- At most so many of the bytes that wait; they stay until Sent
   int               CopyOut(uchar &bytes[],const int most) const;
   void              Sent(const int count) { m_bytes.Drop(count); }
  };
//+------------------------------------------------------------------+
bool CFrameQueue::Put(const int flags,const uchar &body[])
  {
   int length=ArraySize(body);
   bool isLong=(length>255);
   return(m_bytes.AppendByte((uchar)(flags|(isLong ? ZMTP_LONG : 0))) &&
          m_bytes.AppendBig((ulong)length,isLong ? 8 : 1) && m_bytes.Append(body,0,length));
  }
//+------------------------------------------------------------------+
bool CFrameQueue::PutMessage(const uchar &header[],const uchar &body[],const uchar &mac[])
  {
   return(Put(ZMTP_MORE,header) && Put(ZMTP_MORE,body) && Put(0,mac));
  }
//+------------------------------------------------------------------+
int CFrameQueue::CopyOut(uchar &bytes[],const int most) const
  {
   int count=(m_bytes.Size()<most) ? m_bytes.Size() : most;
   return(m_bytes.CopyTo(bytes,0,count) ? count : 0);
  }
//+------------------------------------------------------------------+
//| A command is one frame, and five of the flags have no meaning    |
//+------------------------------------------------------------------+
ENUM_FRAME_HEAD ReadFrameHead(const CBytes &bytes,SFrameHead &head)
  {
   if(bytes.Size()<1)
      return(FRAME_INCOMPLETE);
   head.flags=bytes.At(0);
   head.bytes=((head.flags&ZMTP_LONG)!=0) ? 9 : 2;
   head.length=0;
   bool isPartOfCommand=((head.flags&ZMTP_MORE)!=0 && (head.flags&ZMTP_COMMAND)!=0);
   if(head.flags>(ZMTP_MORE|ZMTP_LONG|ZMTP_COMMAND) || isPartOfCommand)
      return(FRAME_INVALID);
   if(bytes.Size()<head.bytes)
      return(FRAME_INCOMPLETE);
   for(int i=1; i<head.bytes; i++)
      head.length=(head.length<<8)|bytes.At(i);
   return(FRAME_KNOWN);
  }

#endif
//+------------------------------------------------------------------+
