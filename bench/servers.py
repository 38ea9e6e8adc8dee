"""Starts the servers that are measured: Lectern from its archive, iipsrv (Debian: iipimage-server, lighttpd) behind lighttpd."""
import contextlib
import importlib.util
import os
import pathlib
import re
import struct
import subprocess
import tempfile
import time
import urllib.request

IIPSRV = '/usr/lib/iipimage-server/iipsrv.fcgi'
QUALITY = '80'  # Lectern's default, for both


def driver(path):
    """The load driver, as a module."""
    spec = importlib.util.spec_from_file_location('load', path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def size(path):
    """Width and height that a JP2 file's image header box tells."""
    with open(path, 'rb') as file:
        head = file.read(1 << 16)
    height, width = struct.unpack('>II', head[(at := head.index(b'ihdr') + 4):at + 8])
    return width, height


def link(source, target):
    """The same bytes by another name: to a server another file."""
    try:
        os.link(source, target)
    except OSError:
        target.write_bytes(source.read_bytes())


def bytes_read(pids, load):
    """What the process trees have read so far, from files and sockets."""
    total = 0
    for pid in load.tree(pids):
        with contextlib.suppress(OSError):
            total += int(re.search(r'rchar: (\d+)', pathlib.Path(f'/proc/{pid}/io').read_text())[1])
    return total


def _wait(url, processes):
    for _ in range(300):
        for process in processes:
            if process.poll() is not None:
                raise SystemExit(f'{process.args[0]} ended with {process.returncode}')
        with contextlib.suppress(OSError):
            return urllib.request.urlopen(url, timeout=5).read()
        time.sleep(.1)
    raise SystemExit(f'nothing answers at {url}')


@contextlib.contextmanager
def _running(base, any_id, *commands):
    processes = []
    try:
        for command, environment, log in commands:
            processes.append(subprocess.Popen(command, env={**os.environ, **environment},
                                              stdout=open(log, 'w'), stderr=subprocess.STDOUT))
            time.sleep(.5)
        _wait(f'{base}/{any_id}/info.json', processes)
        yield base, [process.pid for process in processes]
    finally:
        for process in reversed(processes):
            process.terminate()
            process.wait()


@contextlib.contextmanager
def iipsrv(folder, any_id, port, cache):
    """iipsrv for the pictures of a folder, with so many MB for its tiles; yields its base URL and process ids."""
    with tempfile.TemporaryDirectory() as work:
        socket, conf = f'{work}/socket', pathlib.Path(work, 'lighttpd.conf')
        conf.write_text(f'''server.modules = ("mod_fastcgi")
server.document-root = "{work}"
server.bind = "127.0.0.1"
server.port = {port}
fastcgi.server = ("/iiif" => (("socket" => "{socket}", "check-local" => "disable")))
''')
        settings = {'FILESYSTEM_PREFIX': f'{folder}/', 'URI_MAP': 'iiif=>IIIF', 'JPEG_QUALITY': QUALITY, 'MAX_CVT': '20000',
                    'MAX_IMAGE_CACHE_SIZE': str(cache), 'VERBOSITY': '0', 'LOGFILE': f'{work}/iipsrv.log'}
        with _running(f'http://127.0.0.1:{port}/iiif', any_id,
                      (['spawn-fcgi', '-n', '-s', socket, '--', IIPSRV], settings, f'{work}/iipsrv.out'),
                      (['lighttpd', '-D', '-f', str(conf)], {}, f'{work}/lighttpd.out')) as running:
            yield running


@contextlib.contextmanager
def lectern(folder, any_id, port, war, java='java', options='-Xmx1g'):
    """Lectern for the pictures of a folder; yields its base URL and process ids."""
    with tempfile.TemporaryDirectory() as work:
        command = [java, *options.split(), '-jar', str(war), '--library', str(folder), '--port', str(port)]
        settings = {'LECTERN_DATA_DIR': f'{work}/data', 'LECTERN_IMAGES_JPEG_QUALITY': QUALITY, 'LC_ALL': 'C.UTF-8'}
        with _running(f'http://127.0.0.1:{port}/iiif/2', any_id, (command, settings, f'{work}/lectern.log')) as running:
            yield running
