//+------------------------------------------------------------------+
//| Wire.mqh                                                         |
//| One TCP connection of the terminal's own sockets. It never waits |
//| for the other side: it asks for what is there and no more, sends |
//| once a poll, and takes a part for a part.                        |
//+------------------------------------------------------------------+
#ifndef BITTEN_WIRE_MQH
#define BITTEN_WIRE_MQH

//--- A port of this computer answers at once or not at all
#define WIRE_CONNECT_MS       200
#define WIRE_TIMEOUT_MS       250
#define WIRE_READ_CHUNK       65536

class CWire
  {
private:
   int               m_socket;
   string            m_error;

   bool              Fail(const string what);
   int               NothingMoved();

public:
                     CWire() : m_socket(INVALID_HANDLE),m_error("") {}
                    ~CWire() { Close(); }
   bool              IsOpen() const { return(m_socket!=INVALID_HANDLE); }
   string            Error() const { return(m_error); }
   bool              Open(const string host,const int port);
   void              Close();
   //--- Bytes that have come, up to a chunk. 0: none; -1: the connection is gone
   int               Receive(uchar &bytes[],const uint waitMs);
   //--- How many of them were taken; -1: the connection is gone
   int               Send(const uchar &bytes[],const int count);
  };
//+------------------------------------------------------------------+
bool CWire::Fail(const string what)
  {
   m_error=what;
   Close();
   return(false);
  }
//+------------------------------------------------------------------+
int CWire::NothingMoved()
  {
   if(SocketIsConnected(m_socket))
      return(0);
   Fail("the connection was closed");
   return(-1);
  }
//+------------------------------------------------------------------+
void CWire::Close()
  {
   if(m_socket!=INVALID_HANDLE)
      SocketClose(m_socket);
   m_socket=INVALID_HANDLE;
  }
//+------------------------------------------------------------------+
bool CWire::Open(const string host,const int port)
  {
   Close();
   ResetLastError();
   m_socket=SocketCreate(SOCKET_DEFAULT);
   if(m_socket==INVALID_HANDLE)
      return(Fail("the terminal gives no socket, error "+IntegerToString(GetLastError())));
   if(!SocketConnect(m_socket,host,(uint)port,WIRE_CONNECT_MS))
     {
      int error=GetLastError();
      if(error==ERR_FUNCTION_NOT_ALLOWED)
         return(Fail("the terminal does not allow "+host+": add it in Tools, Options, Expert Advisors, "+
                     "'Allow WebRequest for listed URL'"));
      return(Fail("BITTEN does not answer on "+host+":"+IntegerToString(port)+", error "+IntegerToString(error)));
     }
   if(!SocketTimeouts(m_socket,WIRE_TIMEOUT_MS,WIRE_TIMEOUT_MS))
      return(Fail("the socket takes no timeouts, error "+IntegerToString(GetLastError())));
   m_error="";
   return(true);
  }
//+------------------------------------------------------------------+
//| SocketIsReadable may say 1 where nothing is: then SocketRead     |
//| waits out its time and says -1, which is no error while the      |
//| socket stays connected. Whether SocketRead writes over the array |
//| or behind it, the reference leaves open: it begins empty         |
//+------------------------------------------------------------------+
int CWire::Receive(uchar &bytes[],const uint waitMs)
  {
   uint readable=SocketIsReadable(m_socket);
   if(readable==0 && waitMs<=1)
      return(NothingMoved());
   uint wanted=(readable>WIRE_READ_CHUNK) ? WIRE_READ_CHUNK : (readable==0) ? 1 : readable;
   ArrayResize(bytes,0,WIRE_READ_CHUNK);
   int count=SocketRead(m_socket,bytes,wanted,waitMs);
   return(count>0 ? count : NothingMoved());
  }
//+------------------------------------------------------------------+
int CWire::Send(const uchar &bytes[],const int count)
  {
   if(!SocketIsWritable(m_socket))
      return(NothingMoved());
   ResetLastError();
   int sent=SocketSend(m_socket,bytes,(uint)count);
   if(sent>=0)
      return(sent<count ? sent : count);
   Fail("the connection broke while sending, error "+IntegerToString(GetLastError()));
   return(-1);
  }

#endif
//+------------------------------------------------------------------+
