/** Raw mails for tests: header lines as given, bytes as given. */
export function aMail(headers: string[], body: string | Buffer = 'Hello', from = 'From: Ann <ann@example.org>'): Buffer {
  const head = [from, 'To: help@desk.example', ...headers].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), typeof body === 'string' ? Buffer.from(body.replace(/\r?\n/g, '\r\n')) : body]);
}

export function aMultipart(kind: string, parts: string[], headers: string[] = []): Buffer {
  return aMail(['MIME-Version: 1.0', `Content-Type: multipart/${kind}; boundary="cut"`, ...headers], parts.map((part) => `--cut\n${part}\n`).join('') + '--cut--\n');
}
