//--- TCP sockets. The host must stand on the terminal's list of allowed addresses (else error 4014).
const uint SOCKET_DEFAULT=0;

int  SocketCreate(uint flags=SOCKET_DEFAULT);    // the examples of the reference call it without an argument
bool SocketClose(const int socket);
bool SocketConnect(int socket,const string server,uint port,uint timeout_receive_ms);
bool SocketIsConnected(const int socket);
uint SocketIsReadable(const int socket);
bool SocketIsWritable(const int socket);
bool SocketTimeouts(int socket,uint timeout_send_ms,uint timeout_receive_ms);
int  SocketRead(int socket,uchar &buffer[],uint buffer_maxlen,uint timeout_ms);
int  SocketSend(int socket,const uchar &buffer[],uint buffer_len);
