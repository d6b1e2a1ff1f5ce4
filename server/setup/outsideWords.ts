import { assertNever } from '../protocol/assertNever.ts'
import type { CheckOutcome, TunnelProvider } from '../reach/outcome.ts'
import { tunnelNames } from './tunnelCommands.ts'

/** What a check came to, in words. */
interface CheckWords {
  readonly finding: string
  readonly fix: string | null
}

/** What the words name. */
interface CheckSubject {
  /** What was asked for: `https://acme.ngrok.app/default/scim/v2`. */
  readonly url: string
  /** Who is to call. */
  readonly caller: string
  /** Where our own listener is: `127.0.0.1:4747`. */
  readonly address: string
}

const ownCertificate =
  'Use a certificate of a public authority such as Let’s Encrypt, or a tunnel, which brings its own. No identity provider in the cloud accepts another.'

/** Says what a check from outside found, and what to do; each kind in a sentence of its own. */
export function toCheckWords(outcome: CheckOutcome, subject: CheckSubject): CheckWords {
  const { url, caller, address } = subject
  const { origin, host, pathname } = new URL(url)
  const port = address.split(':').at(-1)
  switch (outcome.kind) {
    case 'ok':
      return { finding: `The check went out to ${url} and came back to this Rollcall, without a User-Agent, as SCIM.`, fix: null }
    case 'notHttps':
      return {
        finding: `${origin} is not https, and ${caller} calls nothing else. Nothing was sent.`,
        fix: `Set ${origin.replace(/^http:/, 'https:')} as the public URL, if the tunnel answers there; all tunnels named in step 1 do.`,
      }
    case 'localAddress':
      return {
        finding: `${outcome.host} exists on this machine or in its network only. A cloud identity provider cannot reach it, so a call from here would prove nothing.`,
        fix: 'Start a tunnel and set its https address as the public URL.',
      }
    case 'unknownName':
      return {
        finding: `There is no host named ${outcome.host}: the name service does not know it.`,
        fix: 'Compare the public URL with what the tunnel prints, letter by letter. A quick tunnel that was stopped takes its name with it; a new one needs a minute until its name is known.',
      }
    case 'noDns':
      return {
        finding: `The name service did not answer for ${outcome.host}.`,
        fix: 'See that this machine is online, then check again.',
      }
    case 'unreachable':
      return {
        finding: `This machine has no way to ${outcome.host}.`,
        fix: 'See that this machine is online and that no VPN is in the way, then check again.',
      }
    case 'refused':
      return {
        finding: `${outcome.host} exists, but nothing listens on its port ${outcome.port}.`,
        fix: 'Start the tunnel or proxy that belongs to this address, or correct the port in the public URL.',
      }
    case 'timeout':
      return {
        finding: `${host} did not answer within ${outcome.seconds} seconds.`,
        fix: `Let the firewall in front of ${host} pass requests on, or restart the tunnel. ${caller} gives up too.`,
      }
    case 'cut':
      return {
        finding: `${host} took the connection and closed it without an answer.`,
        fix: 'Restart the tunnel or proxy, and see what it writes while you check again.',
      }
    case 'notTls':
      return {
        finding: `${host} does not speak TLS, though the public URL begins with https.`,
        fix: `The SCIM port itself speaks plain http. Set the address of a tunnel or proxy that speaks https and passes on to ${address}.`,
      }
    case 'selfSigned':
      return { finding: `${host} shows a self-signed certificate, which nobody else trusts.`, fix: ownCertificate }
    case 'expired':
      return { finding: `The certificate of ${host} has expired.`, fix: `Renew it. ${ownCertificate}` }
    case 'notYetValid':
      return {
        finding: `The certificate of ${host} is not valid yet.`,
        fix: 'Set the clock of this machine right, then check again. If it is right, the certificate was made for later.',
      }
    case 'wrongName':
      return {
        finding: `The certificate of ${host} is made out to other names${outcome.names === '' ? '' : `: ${outcome.names}`}.`,
        fix: `Use one of those names in the public URL, or a certificate that names ${outcome.host}. ${ownCertificate}`,
      }
    case 'untrusted':
      return {
        finding: `The certificate of ${host} leads to no authority that is publicly trusted (${outcome.code}).`,
        fix: `Have the server send its whole chain. ${ownCertificate}`,
      }
    case 'notHttp':
      return { finding: `What answers at ${host} does not speak HTTP.`, fix: 'Correct the port in the public URL.' }
    case 'redirect':
      return {
        finding: `${host} redirects to ${outcome.to} (${outcome.status}). Identity providers do not follow, or lose the token on the way.`,
        fix: 'Set the address that it redirects to as the public URL, or switch the redirect off.',
      }
    case 'signIn':
      return toSignIn(outcome, host)
    case 'warningPage':
      return {
        finding: 'ngrok answers with the page that warns visitors of a free address, in place of the endpoint.',
        fix: 'Identity providers cannot press its button. Use another ngrok address, a paid plan, or another tunnel.',
      }
    case 'tunnelOffline':
      return {
        finding: `${toName(outcome.by)} answers that no tunnel stands behind ${host} (${outcome.code}).`,
        fix: `Start the tunnel again, to port ${port}. If it prints another address than ${host}, set that one as the public URL and paste the new SCIM URL.`,
      }
    case 'tunnelWithoutTarget':
      return {
        finding: `${toName(outcome.by)} answers, but nothing answers where it leads (${outcome.code}).`,
        fix: `Let it lead to port ${port} on this machine: Rollcall listens on ${address}.`,
      }
    case 'htmlPage':
      return {
        finding: `${host} answers with a web page${outcome.title === null ? '' : ` titled "${outcome.title}"`} (${outcome.status}), not with SCIM.`,
        fix: `Something else stands at this address. Let the tunnel or proxy pass ${pathname} on to ${address}.`,
      }
    case 'otherScim':
      return {
        finding: outcome.isRollcall
          ? `Another Rollcall answers at ${host}: the request never came to this one.`
          : `Another SCIM endpoint answers at ${host}: the request never came here.`,
        fix: `Let the tunnel lead to port ${port} on this machine, or stop the other one.`,
      }
    case 'otherService':
      return {
        finding: `Another service answers at ${host}: ${outcome.status}, ${outcome.mediaType ?? 'without a media type'}. The request never came here.`,
        fix: `Let the tunnel lead to port ${port} on this machine.`,
      }
    case 'wrongPath':
      return {
        finding: `The request came here, but as ${outcome.path}: what stands in between changes the path.`,
        fix: `Let the tunnel or proxy pass paths on as they are, so that ${pathname} stays ${pathname}.`,
      }
    case 'spoilt':
      return {
        finding: `The request came here, but the answer was changed on its way back: ${outcome.status}, ${outcome.mediaType ?? 'without a media type'} in place of application/scim+json.`,
        fix: 'Let the proxy in between pass answers on as they are, with their Content-Type.',
      }
    default:
      return assertNever(outcome)
  }
}

function toSignIn({ by, status }: { by: TunnelProvider | null; status: number }, host: string): CheckWords {
  return by === 'devtunnel'
    ? {
        finding: `The dev tunnel is private: ${host} asks for a Microsoft or GitHub sign-in (${status}).`,
        fix: 'Start it with --allow-anonymous. Every request still needs the token of this connection.',
      }
    : {
        finding: `${host} asks for a sign-in before it passes anything on (${status}).`,
        fix: 'Identity providers send their token and nothing else. Let the address be open; every request still needs the token of this connection.',
      }
}

const toName = (by: TunnelProvider | null): string => (by === null ? 'The proxy' : tunnelNames[by])
