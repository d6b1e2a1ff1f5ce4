import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** What a certificate says; a day around now, for 127.0.0.1, and signed by itself unless stated. */
interface CertificateParts {
  readonly names?: readonly string[]
  readonly from?: Date
  readonly until?: Date
  readonly issuer?: Certificate
}

/** A certificate with its key, as PEM. */
export interface Certificate {
  readonly cert: string
  readonly key: string
  readonly name: string
  readonly privateKey: KeyObject
}

const dayMs = 24 * 60 * 60 * 1000

/** Makes a certificate (RFC 5280), so that TLS can be tested with a good one, an expired one, and one of somebody else. */
export function aCertificate({ names = ['127.0.0.1'], from, until, issuer }: CertificateParts = {}): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = names[0] ?? 'nobody'
  const algorithm = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02))
  const body = sequence(
    tagged(0xa0, integer(2)),
    integer(Math.floor(Math.random() * 1e9) + 1),
    algorithm,
    toName(issuer?.name ?? name),
    sequence(toTime(from ?? new Date(Date.now() - dayMs)), toTime(until ?? new Date(Date.now() + dayMs))),
    toName(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(toAlternativeNames(names), ...(issuer ? [] : [authority]))),
  )
  const signature = sign('sha256', body, issuer?.privateKey ?? privateKey)
  const der = sequence(body, algorithm, tagged(0x03, Buffer.concat([Buffer.of(0), signature])))
  return {
    cert: toPem(der),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    name,
    privateKey,
  }
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.of(tag, ...size), content])
}

const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, Buffer.concat(parts))
const oid = (...bytes: readonly number[]): Buffer => tagged(0x06, Buffer.from(bytes))

function integer(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  const first = bytes.findIndex((byte) => byte !== 0)
  const short = bytes.subarray(first === -1 ? 3 : first)
  // A leading bit would make it negative.
  return tagged(0x02, (short[0] ?? 0) > 127 ? Buffer.concat([Buffer.of(0), short]) : short)
}

/** GeneralizedTime. */
const toTime = (time: Date): Buffer =>
  tagged(
    0x18,
    Buffer.from(
      `${time
        .toISOString()
        .replace(/\.\d+Z$/, '')
        .replace(/[-:T]/g, '')}Z`,
    ),
  )

const toName = (name: string): Buffer => sequence(tagged(0x31, sequence(oid(0x55, 0x04, 0x03), tagged(0x0c, Buffer.from(name)))))

function toAlternativeNames(names: readonly string[]): Buffer {
  const listed = names.map((name) =>
    /^\d+(\.\d+){3}$/.test(name) ? tagged(0x87, Buffer.from(name.split('.').map(Number))) : tagged(0x82, Buffer.from(name)),
  )
  return sequence(oid(0x55, 0x1d, 0x11), tagged(0x04, sequence(...listed)))
}

/** basicConstraints: it may sign others. */
const authority = sequence(
  oid(0x55, 0x1d, 0x13),
  tagged(0x01, Buffer.of(0xff)),
  tagged(0x04, sequence(tagged(0x01, Buffer.of(0xff)))),
)

const toPem = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`
