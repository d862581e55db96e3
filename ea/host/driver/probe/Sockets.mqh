//--- The socket functions and hashes by name.
string Hexadecimal(const uchar &bytes[])
  {
   string digits="";
   for(int i=0; i<ArraySize(bytes); i++)
      digits+=StringFormat("%02x",bytes[i]);
   return(digits);
  }

string Received(const int socket,const uint most,const uint timeoutMs)
  {
   uchar bytes[];
   int   count=SocketRead(socket,bytes,most,timeoutMs);
   return(IntegerToString(count)+" "+Hexadecimal(bytes));
  }

int Sent(const int socket,const int count)
  {
   uchar bytes[];
   ArrayResize(bytes,count);
   for(int i=0; i<count; i++)
      bytes[i]=(uchar)i;
   return(SocketSend(socket,bytes,(uint)count));
  }

string Encoded(const string text,const ENUM_CRYPT_METHOD method)
  {
   uchar data[],key[],result[];
   StringToCharArray(text,data,0,StringLen(text),CP_UTF8);
   CryptEncode(method,data,key,result);
   return(method==CRYPT_BASE64 ? CharArrayToString(result) : Hexadecimal(result));
  }

bool AnswerSockets(const string &words[],string &answer)
  {
   string verb=words[0];
   int    socket=Number(words,1);
   if(verb=="socket")
      answer=IntegerToString(SocketCreate());
   else if(verb=="connect")
      answer=(string)SocketConnect(socket,words[2],(uint)Number(words,3),(uint)Number(words,4));
   else if(verb=="connected")
      answer=(string)SocketIsConnected(socket);
   else if(verb=="readable")
      answer=IntegerToString((int)SocketIsReadable(socket));
   else if(verb=="writable")
      answer=(string)SocketIsWritable(socket);
   else if(verb=="timeouts")
      answer=(string)SocketTimeouts(socket,(uint)Number(words,2),(uint)Number(words,3));
   else if(verb=="receive")
      answer=Received(socket,(uint)Number(words,2),(uint)Number(words,3));
   else if(verb=="send")
      answer=IntegerToString(Sent(socket,Number(words,2)));
   else if(verb=="close-socket")
      answer=(string)SocketClose(socket);
   else if(verb=="sha256")
      answer=Encoded(words[1],CRYPT_HASH_SHA256);
   else if(verb=="md5")
      answer=Encoded(words[1],CRYPT_HASH_MD5);
   else if(verb=="base64")
      answer=Encoded(words[1],CRYPT_BASE64);
   else
      return(false);
   return(true);
  }
