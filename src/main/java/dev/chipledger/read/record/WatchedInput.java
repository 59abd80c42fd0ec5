package dev.chipledger.read.record;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A Parquet file that remembers whether it was the storage that failed, so that broken content isn't taken for it. */
final class WatchedInput implements InputFile {
  private final InputFile input;
  private IOException failure;

  WatchedInput(InputFile input) {
    this.input = input;
  }

  @Override
  public long getLength() throws IOException {
    try {
      return input.getLength();
    } catch (IOException e) {
      throw remembered(e);
    }
  }

  @Override
  public SeekableInputStream newStream() throws IOException {
    SeekableInputStream stream;
    try {
      stream = input.newStream();
    } catch (IOException e) {
      throw remembered(e);
    }
    InputStream watched = new InputStream() {
      @Override
      public int read() throws IOException {
        try {
          return stream.read();
        } catch (IOException e) {
          throw remembered(e);
        }
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        try {
          return stream.read(target, offset, length);
        } catch (IOException e) {
          throw remembered(e);
        }
      }

      @Override
      public void close() throws IOException {
        stream.close();
      }
    };
    return new DelegatingSeekableInputStream(watched) {
      @Override
      public long getPos() throws IOException {
        return stream.getPos();
      }

      @Override
      public void seek(long position) throws IOException {
        if (position < 0 || position > input.getLength()) {
          throw new EOFException("no byte " + position); // that is what the file says, not the storage
        }
        try {
          stream.seek(position);
        } catch (IOException e) {
          throw remembered(e);
        }
      }
    };
  }

  private IOException remembered(IOException e) {
    if (!(e instanceof EOFException)) {
      failure = e;
    }
    return e;
  }

  void rethrowFailure() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  void rethrowFailureUnchecked(String file) {
    if (failure != null) {
      throw new UncheckedIOException("can't read " + file, failure);
    }
  }
}
