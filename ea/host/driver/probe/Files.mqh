//--- The file functions by name.
int Number(const string &words[],const int index)
  {
   return(index<ArraySize(words) ? (int)StringToInteger(words[index]) : 0);
  }

bool AnswerHandles(const string &words[],string &answer)
  {
   string verb=words[0];
   int    handle=Number(words,1);
   if(verb=="open")
      answer=IntegerToString(FileOpen(words[1],Number(words,2),'\t',(uint)Number(words,3)));
   else if(verb=="flush")
      FileFlush(handle);
   else if(verb=="close")
      FileClose(handle);
   else if(verb=="seek")
      answer=(string)FileSeek(handle,Number(words,2),(ENUM_FILE_POSITION)Number(words,3));
   else if(verb=="tell")
      answer=IntegerToString((long)FileTell(handle));
   else if(verb=="size")
      answer=IntegerToString((long)FileSize(handle));
   else if(verb=="ending")
      answer=(string)FileIsEnding(handle);
   else
      return(false);
   return(true);
  }

bool AnswerContents(const string &words[],string &answer)
  {
   string verb=words[0];
   int    handle=Number(words,1);
   if(verb=="write")
      answer=IntegerToString((int)FileWriteString(handle,words[2]));
   else if(verb=="line")
      answer=IntegerToString((int)FileWriteString(handle,words[2]+"\r\n"));
   else if(verb=="read")
      answer=FileReadString(handle,ArraySize(words)>2 ? Number(words,2) : -1);
   else if(verb=="write-long")
      answer=IntegerToString((int)FileWriteLong(handle,StringToInteger(words[2])));
   else if(verb=="read-long")
      answer=IntegerToString(FileReadLong(handle));
   else
      return(false);
   return(true);
  }

string Found(const string filter,const int flags)
  {
   string name="";
   long   search=FileFindFirst(filter,name,flags);
   if(search==INVALID_HANDLE)
      return("nothing");
   string all=name;
   while(FileFindNext(search,name))
      all+=" "+name;
   FileFindClose(search);
   ResetLastError();
   return(all);
  }

bool AnswerFiles(const string &words[],string &answer)
  {
   string verb=words[0];
   if(AnswerHandles(words,answer) || AnswerContents(words,answer))
      return(true);
   if(verb=="exists")
      answer=(string)FileIsExist(words[1],Number(words,2));
   else if(verb=="delete")
      answer=(string)FileDelete(words[1],Number(words,2));
   else if(verb=="move")
      answer=(string)FileMove(words[1],Number(words,2),words[3],Number(words,4));
   else if(verb=="copy")
      answer=(string)FileCopy(words[1],Number(words,2),words[3],Number(words,4));
   else if(verb=="find")
      answer=Found(words[1],Number(words,2));
   else if(verb=="folder")
      answer=(string)FolderCreate(words[1]);
   else if(verb=="remove-folder")
      answer=(string)FolderDelete(words[1]);
   else
      return(false);
   return(true);
  }
